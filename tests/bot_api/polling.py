"""The two ways to receive updates: getUpdates and webhooks (of these only the settings are kept)."""

from __future__ import annotations

import re
from collections.abc import Awaitable
from urllib.parse import urlsplit

from tests.bot_api.errors import bad_request, conflict, too_many_requests
from tests.bot_api.state import Context, Json, Method, Webhook

LONGEST_POLL = 50
LARGEST_BATCH = 100
LONGEST_SECRET = 256
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def _get_updates(context: Context) -> Awaitable[list[Json]]:
    account, parameters = context.account, context.parameters
    if account.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    account.updates.allow(parameters.structure("allowed_updates"))
    return account.updates.poll(
        parameters.integer("offset"),
        parameters.integer("limit", LARGEST_BATCH, 1, LARGEST_BATCH),
        parameters.integer("timeout", 0, 0, LONGEST_POLL),
    )


def _check_webhook(url: str, secret_token: str) -> None:
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host = parts.hostname or ""
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not host:
        raise bad_request("invalid webhook URL specified")
    if parts.scheme != "https" and host not in _LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret_token) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[\w-]*", secret_token, re.ASCII):
        raise bad_request("secret token contains unallowed characters")


def _set_webhook(context: Context) -> bool:
    account, parameters = context.account, context.parameters
    url = parameters.text("url")
    if not url:
        return _delete_webhook(context)
    now = context.world.now()
    if now < account.webhook.set_at + 1:
        raise too_many_requests(1)
    _check_webhook(url, parameters.text("secret_token"))
    connections = parameters.integer("max_connections", 40, 1, 100)
    account.webhook = Webhook(url, parameters.text("secret_token"), connections, now)
    account.updates.allow(parameters.structure("allowed_updates"))
    account.updates.stop_poller(conflict("terminated by setWebhook request"))
    if parameters.flag("drop_pending_updates"):
        account.updates.clear()
    return True


def _delete_webhook(context: Context) -> bool:
    context.account.webhook = Webhook(set_at=context.account.webhook.set_at)
    if context.parameters.flag("drop_pending_updates"):
        context.account.updates.clear()
    return True


def _get_webhook_info(context: Context) -> Json:
    account = context.account
    body: Json = {
        "url": account.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": account.updates.pending,
    }
    if account.webhook.url:
        body |= {"max_connections": account.webhook.max_connections, "ip_address": "127.0.0.1"}
    if account.updates.allowed is not None:
        body["allowed_updates"] = sorted(account.updates.allowed)
    return body


METHODS: dict[str, Method] = {
    "getUpdates": _get_updates,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
}
