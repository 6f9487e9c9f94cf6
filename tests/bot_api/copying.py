"""copyMessage: the same content again, with nothing of where it comes from."""

from __future__ import annotations

from tests.bot_api.chats import open_chat
from tests.bot_api.errors import bad_request
from tests.bot_api.markup import read_markup
from tests.bot_api.posting import find_message, post
from tests.bot_api.state import Context, Json, Method
from tests.bot_api.texts import Formatted, measure_caption, read_text

_CONTENT = {"text", "photo", "document", "voice", "video", "location", "sticker", "contact"}
_WITH_CAPTION = {"photo", "document", "voice", "video"}
_WORDS = {"entities", "caption", "caption_entities"}


def _caption(context: Context) -> Formatted | None:
    if "caption" not in context.parameters.fields:
        return None
    caption = read_text(context.parameters, "caption", "caption_entities")
    measure_caption(caption)
    return caption


def _with_caption(content: Json, caption: Formatted | None) -> Json:
    if caption is None or not _WITH_CAPTION & content.keys():
        return content
    bare = {name: value for name, value in content.items() if name not in _WORDS}
    return bare | (caption.body("caption", "caption_entities") if caption.text else {})


def _copy_message(context: Context) -> Json:
    if not context.parameters.text("from_chat_id"):
        raise bad_request('parameter "from_chat_id" is required')
    caption = _caption(context)
    markup = read_markup(context.parameters)
    source = find_message(context, "copy", for_writing=False, field="from_chat_id")
    chat = open_chat(context)
    if not _CONTENT & source.body.keys() or source.body.get("has_protected_content"):
        raise bad_request("the message can't be copied")
    content = {name: value for name, value in source.body.items() if name in _CONTENT | _WORDS}
    return {"message_id": post(context, chat, _with_caption(content, caption), markup).message_id}


METHODS: dict[str, Method] = {"copyMessage": _copy_message}
