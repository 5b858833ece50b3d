namespace SlaMonitor.Mails.Comparisons;

/// <summary>How many promises of a metric come to something else.</summary>
/// <param name="Worse">They are broken, and were not.</param>
/// <param name="Better">They are not broken, and were.</param>
/// <param name="Others">They are promised no more, or only now, or stand otherwise.</param>
public sealed record MetricChanges(int Worse, int Better, int Others)
{
    /// <summary>Nothing changes.</summary>
    public static MetricChanges None { get; } = new(0, 0, 0);
}
