using System.Globalization;

namespace SlaMonitor.Mails.Reports;

/// <summary>A figure to two digits, rounded down, so that 94.996% never looks like the 95% that it missed.</summary>
public static class RoundedFigure
{
    /// <summary>A figure as it is.</summary>
    public static string Of(decimal figure) => (decimal.Floor(figure * 100) / 100).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A share.</summary>
    /// <param name="percent">From 0 to 100.</param>
    public static string Percent(decimal percent) => $"{Of(percent)}%";

    /// <summary>A share, or a dash where there is none.</summary>
    /// <param name="percent">From 0 to 100; <c>null</c> where nothing was decided.</param>
    public static string PercentOrDash(decimal? percent) => percent is { } share ? Percent(share) : "–";
}
