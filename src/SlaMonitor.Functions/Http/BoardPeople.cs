using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Functions.Http;

/// <summary>The people whom agreements know by their addresses.</summary>
internal static class BoardPeople
{
    private const int Most = 500;

    /// <summary>Those of all agreements, by their last versions.</summary>
    public static IReadOnlyList<string> Of(AgreementBook book) => Of(book.Agreements.Select(history => history.Versions[^1]));

    /// <summary>Those of one agreement.</summary>
    public static IReadOnlyList<string> Of(Agreement? agreement) => Of(agreement is null ? [] : new[] { agreement });

    private static List<string> Of(IEnumerable<Agreement> agreements) =>
    [
        .. agreements.SelectMany(agreement => agreement.Contacts.Values)
            .SelectMany(contact => (contact.Rotation?.Turns.Members ?? []).Append(contact.Email))
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Take(Most),
    ];
}
