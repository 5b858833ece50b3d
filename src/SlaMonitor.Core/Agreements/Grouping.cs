using NodaTime;

namespace SlaMonitor.Core.Agreements;

/// <summary>
/// How the mails to one person are grouped over time: the first comes at once, and then at most one in a while, with all that has come since.
/// </summary>
/// <param name="Every">The least time between two mails to one person, but for what cannot wait. Zero: every mail comes at once.</param>
public sealed record Grouping(Duration Every)
{
    /// <summary>What holds where nothing was agreed: fifteen minutes.</summary>
    public static Grouping Default { get; } = new(Duration.FromMinutes(15));
}
