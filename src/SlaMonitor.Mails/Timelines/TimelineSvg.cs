using System.Globalization;
using System.Net;
using System.Text;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Timelines;

/// <summary>Timelines as one SVG picture, a row for each clock. Colours follow the reader's light or dark scheme.</summary>
public static class TimelineSvg
{
    private const int Width = 960;
    private const int Margin = 16;
    private const int RowHeight = 84;
    private const int BarTop = 30;
    private const int BarHeight = 18;

    /// <summary>t: text, s: small text; c, k, h, x, o: closed, counted, held, excluded, to come; d, e: due, ended or now.</summary>
    private const string Style = """
        .t{font:13px system-ui,sans-serif;fill:#1f2328}.s{font-size:11px;fill:#59636e}
        .c{fill:#d8dee4}.k{fill:#1a7f37}.h{fill:#9a6700}.x{fill:#8250df}.o{fill:#aceebb}
        .d{stroke:#cf222e;stroke-width:2}.e{stroke:#0969da;stroke-width:2}
        @media(prefers-color-scheme:dark){.t{fill:#f0f6fc}.s{fill:#9198a1}
        .c{fill:#3d444d}.k{fill:#3fb950}.h{fill:#d29922}.x{fill:#ab7df8}.o{fill:#12501f}.d{stroke:#f85149}.e{stroke:#58a6ff}}
        """;

    /// <summary>Draws clocks below one another. Each row has a title that says in words what it shows.</summary>
    public static string Of(IReadOnlyList<ClockTimeline> timelines)
    {
        ArgumentNullException.ThrowIfNull(timelines);

        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" ")
            .Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {Width} {timelines.Count * RowHeight}\"><style>")
            .Append(Style).Append("</style>");
        for (var row = 0; row < timelines.Count; row++) Row(svg, timelines[row], row * RowHeight);

        return svg.Append("</svg>\n").ToString();
    }

    private static void Row(StringBuilder svg, ClockTimeline timeline, int top)
    {
        var explanation = timeline.Explanation;
        var zone = explanation.Clock.Target.Calendar.Zone;
        var name = $"{explanation.Clock.Target.Id}, cycle {explanation.Clock.Cycle}: {explanation.State.ToString().ToLowerInvariant()}";
        var headline = ExplanationText.Of(explanation).Split('\n')[0].TrimEnd();
        svg.Append("<g><title>").Append(Encoded($"{name}. {headline}")).Append("</title>");
        Text(svg, "t", Margin, top + 20, name, "start");
        foreach (var span in timeline.Spans.Where(span => span.Kind != TimelineKind.After))
        {
            var (left, right) = (X(timeline, span.From), X(timeline, span.To));
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{ClassOf(span.Kind)}\" x=\"{left:0.##}\" y=\"{top + BarTop}\" ")
                .Append(CultureInfo.InvariantCulture, $"width=\"{right - left:0.##}\" height=\"{BarHeight}\"/>");
        }

        foreach (var mark in timeline.Marks)
        {
            var x = X(timeline, mark.At);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{(mark.Kind == TimelineMarkKind.Due ? "d" : "e")}\" x1=\"{x:0.##}\" ")
                .Append(CultureInfo.InvariantCulture, $"x2=\"{x:0.##}\" y1=\"{top + BarTop - 4}\" y2=\"{top + BarTop + BarHeight + 4}\"/>");
            var line = mark.Kind == TimelineMarkKind.Due ? 65 : 78;
            var said = $"{TimelineWords.For(Wording.Languages[0]).Of(mark.Kind)} {TimelineWords.Moment(mark.At, zone)}";
            Text(svg, "t s", x, top + line, said, x > Width * 3 / 4 ? "end" : "start");
        }

        if (timeline.Marks.All(mark => X(timeline, mark.At) > Width / 4))
            Text(svg, "t s", Margin, top + 65, TimelineWords.Moment(timeline.From, zone), "start");

        svg.Append("</g>");
    }

    private static void Text(StringBuilder svg, string style, double x, double y, string text, string anchor)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\">")
            .Append(Encoded(text)).Append("</text>");
    }

    private static double X(ClockTimeline timeline, Instant at) =>
        Margin + (timeline.ShareOf(at) * (Width - (2 * Margin)));

    private static string ClassOf(TimelineKind kind) => kind switch
    {
        TimelineKind.Counted => "k",
        TimelineKind.Held => "h",
        TimelineKind.Excluded => "x",
        TimelineKind.ToCome => "o",
        _ => "c",
    };

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
