using SlaMonitor.Mails;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Mails.Preview;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Mails.Templates;
using SlaMonitor.Mails.Timelines;

namespace SlaMonitor.Cli.Preview;

/// <summary>
/// A folder of previews: each mail as HTML, as text and as it would be sent, each page, report and board as HTML, and an index of them all.
/// </summary>
internal sealed class PreviewFolder(string folder, TemplateSet templates)
{
    public const string Index = "index.html";

    private readonly MailComposer _composer = new(templates);
    private readonly AcknowledgePages _pages = new(templates);
    private readonly ReportPages _reports = new(templates);
    private readonly BoardPages _board = new(templates);
    private readonly MimeMessageComposer _mime = new("sla-monitor@example.com", "SlaMonitor");

    /// <summary>Writes everything.</summary>
    /// <returns>The names of the HTML files.</returns>
    public IReadOnlyList<string> Write(IEnumerable<string> languages, string? title)
    {
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        foreach (var language in languages)
        {
            foreach (var sample in MailSamples.All(language, title))
                written.Add(WriteMail($"{sample.Name}.{language}", _composer.Compose(sample.Contents)));
            foreach (var sample in PageSamples.All(language, title))
                written.Add(Write($"page-{sample.Name}.{language}.html", _pages.Html(sample.Page)));
            foreach (var sample in ReportSamples.All(language, title))
                written.Add(Write($"report-{sample.Name}.{language}.html", _reports.Html(sample.Page)));
            foreach (var sample in BoardSamples.All(language, title))
                written.Add(Write($"board-{sample.Name}.{language}.html", _board.Lay(sample.Page).Html()));
            foreach (var sample in BoardSamples.OfTickets(language, title))
                written.Add(Write($"ticket-{sample.Name}.{language}.html", _board.Html(sample.Page)));
            foreach (var (name, page) in PlaceSamples.All(language)) written.Add(Write($"place-{name}.{language}.html", _board.Html(page)));
            written.Add(WriteMail($"survey.{language}", SurveySamples.Mail(language, title)));
            foreach (var (name, page) in SurveySamples.Pages(language, title))
                written.Add(Write($"page-{name}.{language}.html", page.Html()));
        }

        Write(BoardSamples.Drawing, TimelineSvg.Of(BoardSamples.DrawnClocks()));
        foreach (var file in BoardFiles.Names) Write(file, BoardFiles.Find(file)!.Text);
        Write(Index, PreviewIndex.Of(written));
        return written;
    }

    private string WriteMail(string name, Mail mail)
    {
        if (!_mime.TryCompose(mail, out var message, out var reason)) throw new InvalidOperationException(reason);

        using var file = File.Create(Path.Combine(folder, $"{name}.eml"));
        message.WriteTo(file);
        Write($"{name}.txt", mail.Text);
        return Write($"{name}.html", mail.Html);
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        return name;
    }
}
