namespace SlaMonitor.Channels.Cards;

/// <summary>
/// A message as chats show it, before it is put into a vendor's form. All texts are plain: what strangers wrote, as a ticket's title, is
/// markup in none of them, and no vendor's form may make it any.
/// </summary>
/// <param name="Heading">The first line.</param>
/// <param name="IsBad">Whether it tells of a broken promise.</param>
/// <param name="Parts">What follows.</param>
/// <param name="Footer">Why the reader is told, in small print; <c>null</c> for nothing.</param>
/// <param name="Buttons">What can be opened.</param>
internal sealed record Card(
    string Heading, bool IsBad, IReadOnlyList<CardPart> Parts, string? Footer, IReadOnlyList<CardButton> Buttons);
