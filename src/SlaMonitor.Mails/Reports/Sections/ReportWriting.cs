using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Credits;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>What every part of a report is written with: the report, the words, the addresses, and how figures are written.</summary>
internal sealed class ReportWriting(ReportPage page)
{
    public const int LongestText = 200;

    /// <summary>The most rows of a table; whoever wants all of them takes a file.</summary>
    private const int MostRows = 100;

    public Report Report => page.Report;

    public Wording Wording { get; } = Wording.For(page.Language);

    public ReportWords Words => Wording.Report;

    public ReportAddresses Addresses => page.Addresses;

    public FigureQuery Query(FigureSubject subject) => new(Report.Span, subject);

    /// <summary>A metric, as mails call it: one of the agreement's own by its title.</summary>
    public string Metric(string name)
    {
        var metric = Core.Agreements.Metric.FindBuiltIn(name)
            ?? Report.Terms.Metrics.FirstOrDefault(own => string.Equals(own.Name, name, StringComparison.Ordinal));
        return HarmlessText.Of(metric is null ? name : Wording.Of(metric), LongestText);
    }

    /// <summary>A share, rounded down.</summary>
    public string Percent(decimal? percent) => percent is { } share ? RoundedFigure.Percent(share) : Words.NoFigure;

    /// <summary>A mean rating, rounded down like a share.</summary>
    public string Rating(decimal? rating) => rating is { } mean ? RoundedFigure.Of(mean) : Words.NoFigure;

    /// <summary>A figure as its measure is given: satisfaction is a rating, and all else a share.</summary>
    public string Figure(Measure measure, decimal? figure) => measure == Measure.Satisfaction ? Rating(figure) : Percent(figure);

    /// <summary>What a figure is held against, to its last digit.</summary>
    public static string Threshold(Measure measure, decimal threshold) =>
        threshold.ToString("0.####", CultureInfo.InvariantCulture) + (measure == Measure.Satisfaction ? "" : "%");

    /// <summary>What a stranger wrote, or that nothing was said.</summary>
    public string Said(string? text) => HarmlessText.OrNull(text, LongestText) ?? Words.NotSaid;

    /// <summary>An amount to the currency's smallest unit.</summary>
    public static string Money(decimal amount, string currency)
    {
        var digits = CurrencyUnits.Round(amount, currency).ToString($"N{CurrencyUnits.DigitsOf(currency)}", CultureInfo.InvariantCulture);
        return $"{currency} {digits}";
    }

    public string Moment(Instant at) => Wording.Of(at.InZone(Report.Terms.TimeZone));

    /// <summary>A number that leads to what it counts; nothing leads to nothing.</summary>
    public ShownCell Number(string label, int count, FigureQuery query) => new(
        label, Whole(count), count == 0 ? null : Addresses.Figure(query),
        count > 0 && query.Subject == FigureSubject.Breached ? "number bad" : "number");

    public static string Whole(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A table; <c>null</c> of nothing. Rows that are not shown are never made.</summary>
    public ShownTable? Table<T>(string head, IReadOnlyCollection<T> of, Func<T, ShownRow> row)
    {
        if (of.Count == 0) return null;

        var rows = of.Take(MostRows).Select(row).ToList();
        var columns = rows[0].Cells.Select(cell => new ShownColumn(cell.Label, cell.Class.Split(' ')[0]));
        return new ShownTable(
            [new ShownColumn(head, "text"), .. columns], rows, of.Count > MostRows ? Wording.AndMore(of.Count - MostRows) : null);
    }

    /// <summary>A row that leads to its ticket.</summary>
    public ShownRow TicketRow(string id, string? title, IReadOnlyList<ShownCell> cells) => new(
        HarmlessText.Of(id, LongestText), HarmlessText.OrNull(title, LongestText), Addresses.Ticket(id), cells);

    public ShownSection Section(string heading, ShownTable? table, string? note = null, ShownChart? chart = null, string? empty = null) =>
        new(heading, note, chart, table, empty ?? Words.Nothing);
}
