namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>Shares in percent.</summary>
internal static class Percent
{
    /// <summary>A share; <c>null</c> of nothing.</summary>
    public static decimal? Of(int part, int whole) => whole == 0 ? null : 100m * part / whole;
}
