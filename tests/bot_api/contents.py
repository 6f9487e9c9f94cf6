"""What people send, as the content part of Telegram's messages."""

from __future__ import annotations

from tests.bot_api.files import document_json, photo_sizes, store
from tests.bot_api.parameters import Upload
from tests.bot_api.state import Account, Json, User
from tests.bot_api.texts import Formatted, found_in

PICTURE = b"\xff\xd8\xff\xe0 a picture \xff\xd9"
SOUND = b"OggS a voice"


def text(words: str) -> Json:
    """Plain words, with the commands and links in them marked."""
    return Formatted(words, found_in(words)).body()


def captioned(content: Json, caption: str) -> Json:
    """A file with words under it."""
    if not caption:
        return content
    return content | Formatted(caption, found_in(caption)).body("caption", "caption_entities")


def photo(account: Account, data: bytes) -> Json:
    """A picture in several sizes."""
    return {"photo": photo_sizes(account, Upload("photo.jpg", "image/jpeg", data))}


def document(account: Account, upload: Upload, size: int | None) -> Json:
    """Any file."""
    return {"document": document_json(store(account, "document", upload, size))}


def voice(account: Account, data: bytes, seconds: int) -> Json:
    """A voice note."""
    file = store(account, "voice", Upload("", "audio/ogg", data))
    return {"voice": file.json() | {"duration": seconds, "mime_type": "audio/ogg"}}


def video(account: Account, data: bytes, seconds: int) -> Json:
    """A film."""
    file = store(account, "video", Upload("", "video/mp4", data))
    return {"video": file.json() | {"width": 640, "height": 360, "duration": seconds, "mime_type": "video/mp4"}}


def sticker(account: Account, emoji: str) -> Json:
    """A sticker that stands for an emoji."""
    file = store(account, "sticker", Upload("", "image/webp", b"RIFF a sticker"))
    looks = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": file.json() | looks | {"emoji": emoji}}


def location(latitude: float, longitude: float) -> Json:
    """A point on the map."""
    return {"location": {"latitude": latitude, "longitude": longitude}}


def contact(phone_number: str, first_name: str, user_id: int | None) -> Json:
    """A card with a phone number."""
    card: Json = {"phone_number": phone_number, "first_name": first_name}
    return {"contact": card | ({"user_id": user_id} if user_id else {})}


def poll(question: str, options: tuple[str, ...]) -> Json:
    """A question with options to vote for."""
    choices = [
        {"persistent_id": str(number), "text": option, "voter_count": 0} for number, option in enumerate(options)
    ]
    no = ("is_closed", "allows_multiple_answers", "allows_revoting", "members_only")
    body: Json = {"id": "5001", "question": question, "options": choices, "total_voter_count": 0}
    return {"poll": body | {"is_anonymous": True, "type": "regular"} | dict.fromkeys(no, False)}


def forwarded(content: Json, origin: User | str, date: int) -> Json:
    """The same content, forwarded from a person, or from one who hides (then only a name is known)."""
    if isinstance(origin, User):
        source: Json = {"type": "user", "sender_user": origin.json()}
    else:
        source = {"type": "hidden_user", "sender_user_name": origin}
    return content | {"forward_origin": source | {"date": date}}
