using System.Text.RegularExpressions;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>
/// Whom an event names: whoever is invited to it; else the address that its title holds; else the contact whose name is its title, or a
/// part of it between signs, as in <c>On call - Anna Berg (primary)</c>,
/// or is mentioned in it, as in <c>First line @anna</c>. Of several the first.
/// </summary>
internal sealed partial class OnCallNames(IEnumerable<Contact> contacts)
{
    private readonly Dictionary<string, string> _addresses = contacts
        .Where(contact => contact.Email is not null)
        .SelectMany(contact => contact.KnownAs.Prepend(contact.Id).Select(name => (Name: name, Address: contact.Email!)))
        .DistinctBy(known => known.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(known => known.Name, known => known.Address, StringComparer.OrdinalIgnoreCase);

    /// <returns>A mail address, or <c>null</c> where the event names nobody.</returns>
    public string? In(CalendarEvent entry)
    {
        var invited = entry.Attendees
            .Where(MayBeOnCall)
            .Select(attendee => Valid(AddressOf(attendee)))
            .FirstOrDefault(address => address is not null);
        return invited ?? InTitle(entry.Summary?.Trim() ?? string.Empty);
    }

    private string? InTitle(string title) =>
        Address().Matches(title).Select(found => Valid(found.Value.TrimEnd('.'))).FirstOrDefault(address => address is not null)
        ?? Parts()
            .Split(title)
            .Prepend(title)
            .Select(part => _addresses.GetValueOrDefault(part.Trim().TrimStart('@')))
            .Concat(Mention().Matches(title).Select(found => _addresses.GetValueOrDefault(found.Groups["name"].Value.TrimEnd('.'))))
            .FirstOrDefault(address => address is not null);

    // Rooms are invited too; and whoever has declined is not there.
    private static bool MayBeOnCall(Attendee attendee) =>
        !Is(attendee.ParticipationStatus, "DECLINED") && !Is(attendee.Type, "ROOM") && !Is(attendee.Type, "RESOURCE");

    private static string AddressOf(Attendee attendee)
    {
        var written = attendee.Value?.OriginalString ?? string.Empty;
        return Uri.UnescapeDataString(
            written.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? written["mailto:".Length..] : written);
    }

    private static string? Valid(string address) =>
        EmailAddress.TryParse(address)?.Value;

    private static bool Is(string? given, string what) => string.Equals(given, what, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"[^@\s<>,;:""()\[\]|/]{1,64}@[^@\s<>,;:""()\[\]|/]{1,189}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<=^|\s)@(?<name>[^\s@<>,;:()\[\]|/]{1,64})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\s[-–—]\s|[:|/,;()\[\]]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
