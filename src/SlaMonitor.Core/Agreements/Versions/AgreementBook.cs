using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Agreements.Versions;

/// <summary>Every agreement that there is, in every version. It is immutable: a change of the files makes another book.</summary>
public sealed class AgreementBook
{
    private readonly Lazy<string> _fingerprint;

    /// <summary>A book in which nothing is promised to anybody.</summary>
    public static AgreementBook Empty { get; } = new([]);

    /// <summary>Binds agreements into a book.</summary>
    /// <param name="histories">The agreements in file order, which decides between two that match a ticket equally well.</param>
    public AgreementBook(IEnumerable<AgreementHistory> histories)
    {
        Agreements = [.. histories];
        _fingerprint = new Lazy<string>(() => AgreementFingerprint.Of(Agreements
            .SelectMany(history => history.Versions)
            .Select(version => $"{version.Id} v{version.Version} {version.Fingerprint}")));
    }

    /// <summary>
    /// A hash of all versions in their order: books with the same fingerprint promise the same to every ticket
    /// (<see cref="Agreement.Fingerprint"/>).
    /// </summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>The agreements in file order.</summary>
    public IReadOnlyList<AgreementHistory> Agreements { get; }

    /// <summary>Finds a version by name, as a ticket's record keeps it.</summary>
    /// <returns>The version, or <c>null</c> when the book has it no more.</returns>
    public Agreement? Find(string id, int version) =>
        Agreements.FirstOrDefault(history => string.Equals(history.Id, id, StringComparison.Ordinal))
            ?.Versions.FirstOrDefault(candidate => candidate.Version == version);

    /// <summary>
    /// Which agreement governs a ticket: of those in force when it was created and meant for it, the one that asks for most
    /// (<see cref="Condition.Specificity"/>), and of equals the first in file order.
    /// </summary>
    /// <param name="facts">The ticket.</param>
    /// <param name="createdAt">When it was created: it keeps the version of that moment, whatever is agreed later.</param>
    /// <returns>The version, or <c>null</c>: then nothing is promised.</returns>
    public Agreement? Governing(TicketFacts facts, Instant createdAt)
    {
        ArgumentNullException.ThrowIfNull(facts);

        Agreement? governing = null;
        for (var i = 0; i < Agreements.Count; i++)
        {
            if (Agreements[i].VersionAt(createdAt) is { } version && version.Governs.Holds(facts)
                && (governing is null || version.Governs.Specificity > governing.Governs.Specificity))
            {
                governing = version;
            }
        }

        return governing;
    }

    /// <summary>What <see cref="Governing"/> says, with the reason. For those who explain: the words cost more than the answer.</summary>
    public Governance Govern(TicketFacts facts, Instant createdAt) =>
        Governing(facts, createdAt) is { } governing
            ? new Governance(governing, Because(governing, facts, createdAt))
            : new Governance(
                null,
                Agreements.Count == 0
                    ? "there is no agreement"
                    : string.Join("; ", Agreements.Select(history => WhyNot(history, facts, createdAt))));

    private static string WhyNot(AgreementHistory history, TicketFacts facts, Instant createdAt) =>
        history.VersionAt(createdAt) is { } version
            ? $"{version.Id} v{version.Version} is for others: {version.Governs.Mismatch(facts)}"
            : history.WhyNoneAt(createdAt);

    private string Because(Agreement governing, TicketFacts facts, Instant createdAt)
    {
        var others = Agreements
            .Select(history => history.VersionAt(createdAt))
            .Where(version => version is not null && !ReferenceEquals(version, governing) && version.Governs.Holds(facts))
            .Select(version => $"{version!.Id} v{version.Version}")
            .ToArray();
        return $"{governing.Id} v{governing.Version} was in force when the ticket was created and is meant for it"
            + (others.Length == 0 ? string.Empty : $"; it goes before {string.Join(", ", others)}");
    }
}
