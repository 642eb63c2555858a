"""What the mail server took."""


def letters_to(mailbox, address):
    """The texts of the messages to an address, the newest last, each in one line."""
    found = [message for message in mailbox.messages if message["To"] == address]
    return [" ".join(message.get_content().split()) for message in found]
