using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements.Versions;

/// <summary>Every agreement that there is, in every version. It is immutable: a change of the files makes another book.</summary>
public sealed class AgreementBook
{
    /// <summary>A book in which nothing is promised to anybody.</summary>
    public static AgreementBook Empty { get; } = new([]);

    /// <summary>Binds agreements into a book.</summary>
    /// <param name="histories">The agreements in file order, which decides between two that match a ticket equally well.</param>
    public AgreementBook(IEnumerable<AgreementHistory> histories) => Agreements = [.. histories];

    /// <summary>The agreements in file order.</summary>
    public IReadOnlyList<AgreementHistory> Agreements { get; }

    /// <summary>Finds a version by name, as a ticket's record keeps it.</summary>
    /// <returns>The version, or <c>null</c> when the book has it no more.</returns>
    public Agreement? Find(string id, int version) =>
        Agreements.FirstOrDefault(history => string.Equals(history.Id, id, StringComparison.Ordinal))?.Versions.FirstOrDefault(candidate => candidate.Version == version);

    /// <summary>
    /// Which agreement governs a ticket: of those in force when it was created and meant for it, the one that asks for most
    /// (<see cref="Condition.Specificity"/>), and of equals the first in file order.
    /// </summary>
    /// <param name="facts">The ticket.</param>
    /// <param name="createdAt">When it was created: it keeps the version of that moment, whatever is agreed later.</param>
    public Governance Govern(TicketFacts facts, Instant createdAt)
    {
        ArgumentNullException.ThrowIfNull(facts);

        var matching = new List<Agreement>();
        var reasons = new List<string>();
        foreach (var history in Agreements)
        {
            if (history.VersionAt(createdAt, out var absence) is not { } version) reasons.Add(absence!);
            else if (version.Governs.Mismatch(facts) is { } mismatch) reasons.Add($"{version.Id} v{version.Version} is for others: {mismatch}");
            else matching.Add(version);
        }

        // MaxBy takes the first of equals, which is file order.
        return matching.MaxBy(version => version.Governs.Specificity) is { } governing
            ? new Governance(governing, Because(governing, matching))
            : new Governance(null, reasons.Count == 0 ? "there is no agreement" : string.Join("; ", reasons));
    }

    private static string Because(Agreement governing, List<Agreement> matching)
    {
        var others = matching.Where(other => other != governing).Select(other => $"{other.Id} v{other.Version}").ToArray();
        return $"{governing.Id} v{governing.Version} was in force when the ticket was created and is meant for it"
            + (others.Length == 0 ? string.Empty : $"; it goes before {string.Join(", ", others)}");
    }
}
