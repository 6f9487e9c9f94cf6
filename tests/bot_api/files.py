"""Photos and documents that a bot sends, and files that it fetches."""

from __future__ import annotations

from pathlib import PurePath

from tests.bot_api.chats import open_chat
from tests.bot_api.errors import bad_request, not_emulated
from tests.bot_api.markup import read_markup
from tests.bot_api.parameters import Upload
from tests.bot_api.posting import post
from tests.bot_api.state import Account, Context, Json, Method, StoredFile
from tests.bot_api.texts import measure_caption, read_text

LARGEST_DOWNLOAD = 20 * 1024 * 1024
_FOLDERS = {
    "photo": "photos", "document": "documents", "voice": "voice", "video": "videos", "sticker": "stickers",
}  # fmt: skip
_ENDINGS = {"photo": ".jpg", "voice": ".oga", "video": ".mp4", "sticker": ".webp"}


def store(account: Account, kind: str, upload: Upload, size: int | None = None) -> StoredFile:
    """Keep a file. `size` may claim more bytes than there are, to stand for a large one."""
    number = len(account.files)
    folder, ending = _FOLDERS[kind], _ENDINGS.get(kind) or PurePath(upload.name).suffix
    file = StoredFile(
        file_id=f"{kind}-{account.profile.id}-{number}-AgACAgQAAx",
        unique_id=f"AQAD{kind[0]}{number}",
        path=f"{folder}/file_{number}{ending}",
        data=upload.data,
        name=upload.name,
        mime_type=upload.mime_type,
        size=len(upload.data) if size is None else size,
    )
    account.files[file.file_id] = file
    return file


def photo_sizes(account: Account, upload: Upload) -> list[Json]:
    """A picture in the sizes Telegram makes of it, smallest first."""
    sides = [(90, 67), (320, 240), (1280, 960)]
    stored = [store(account, "photo", upload) for _ in sides]
    return [
        file.json() | {"width": width, "height": height} for file, (width, height) in zip(stored, sides, strict=True)
    ]


def document_json(file: StoredFile) -> Json:
    """A file as in a message's `document`."""
    body = {"file_name": file.name, "mime_type": file.mime_type} | file.json()
    return {name: value for name, value in body.items() if value != ""}


def _sent_file(context: Context, kind: str) -> Upload | StoredFile:
    parameters = context.parameters
    named = parameters.text(kind)
    upload = parameters.uploads.get(named.removeprefix("attach://") if named else kind)
    if upload is not None:
        if not upload.data:
            raise bad_request("file must be non-empty")
        return upload
    if not named or named.startswith("attach://"):
        raise bad_request(f"there is no {kind} in the request")
    if named.startswith(("http://", "https://")):
        raise not_emulated("files given by address")
    file = context.account.files.get(named)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return file


def _send_photo(context: Context) -> Json:
    sent = _sent_file(context, "photo")
    if isinstance(sent, StoredFile):
        sizes = [sent.json() | {"width": 1280, "height": 960}]
    else:
        sizes = photo_sizes(context.account, sent)
    return _send(context, {"photo": sizes})


def _send_document(context: Context) -> Json:
    sent = _sent_file(context, "document")
    file = sent if isinstance(sent, StoredFile) else store(context.account, "document", sent)
    return _send(context, {"document": document_json(file)})


def _send(context: Context, content: Json) -> Json:
    caption = read_text(context.parameters, "caption", "caption_entities")
    markup = read_markup(context.parameters)
    chat = open_chat(context)
    measure_caption(caption)
    described = caption.body("caption", "caption_entities") if caption.text else {}
    return post(context, chat, content | described, markup).json()


def _get_file(context: Context) -> Json:
    file_id = context.parameters.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = context.account.files.get(file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return file.json() | {"file_path": file.path}


def find_by_path(account: Account, path: str) -> StoredFile | None:
    """The file that getFile gave this path for."""
    return next((file for file in account.files.values() if file.path == path), None)


METHODS: dict[str, Method] = {"sendPhoto": _send_photo, "sendDocument": _send_document, "getFile": _get_file}
