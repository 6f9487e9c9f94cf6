// What a reader sees of a page of replies: a record for each line of text and for each button.
(patterns) => {
  const boxes = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 0);
  };
  const rows = (node) => {
    const found = new Map();
    for (const box of boxes(node)) {
      const key = Math.round(box.top);
      const row = found.get(key) ?? { left: Infinity, right: -Infinity };
      found.set(key, { left: Math.min(row.left, box.left), right: Math.max(row.right, box.right) });
    }
    return [...found.values()];
  };
  const inside = (node, frame) => {
    const outer = frame.getBoundingClientRect();
    return boxes(node).every((box) => box.left >= outer.left - 1 && box.right <= outer.right + 1);
  };
  // Names, numbers and commands with a character left of the one before it in the same row, or numbers on two rows.
  const misread = (node) => {
    const text = node.firstChild;
    const wrong = new Set();
    for (const pattern of text ? patterns : []) {
      for (const match of text.data.matchAll(new RegExp(pattern, "gu"))) {
        let before = null;
        for (let at = match.index; at < match.index + match[0].length; at++) {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const box = range.getBoundingClientRect();
          if (box.width === 0) continue;
          const sameRow = before === null || Math.abs(box.top - before.top) < 2;
          if (sameRow ? before && box.left < before.left - 0.5 : /\p{Nd}/u.test(match[0])) wrong.add(match[0]);
          before = box;
        }
      }
    }
    return [...wrong];
  };
  const lines = [...document.querySelectorAll(".bubble p")].map((line) => {
    const frame = line.getBoundingClientRect();
    return {
      text: line.textContent,
      direction: getComputedStyle(line).direction,
      from_right: rows(line).every((row) => Math.abs(row.right - frame.right) < 2),
      from_left: rows(line).every((row) => Math.abs(row.left - frame.left) < 2),
      fits: inside(line, line.parentElement),
      misread: misread(line),
    };
  });
  const buttons = [...document.querySelectorAll(".button")].map((button) => ({
    text: button.textContent,
    rows: rows(button).length,
    fits: inside(button, button),
  }));
  return { lines, buttons };
}
