using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Mails.Preview;

/// <summary>Tries the administrator's templates on every sample, before a real alert depends on them.</summary>
public static class TemplateTrial
{
    /// <summary>What is wrong with the templates of a folder; nothing where none is set.</summary>
    public static IReadOnlyList<TemplateProblem> Run(string? folder)
    {
        var read = TemplateFolder.Read(folder, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        if (read.Set is not { } set || read.Own.Count == 0) return read.Problems;

        var problems = new List<TemplateProblem>();
        foreach (var (name, model) in Wording.Languages.SelectMany(Models))
        {
            try
            {
                set.RenderStrictly(name, model);
            }
            catch (Exception e) when (TemplateFailure.Is(e))
            {
                problems.Add(ProblemOf(folder!, name, read.Own, e));
            }
        }

        return [.. problems.Distinct()];
    }

    private static IEnumerable<(string Name, object Model)> Models(string language)
    {
        foreach (var sample in MailSamples.All(language))
        {
            foreach (var item in sample.Contents.Items.Take(10))
            {
                var alert = AlertModel.Of(sample.Contents.Reader, item);
                yield return (TemplateName.AlertText, alert);
                yield return (TemplateName.AlertHtml, alert);
            }

            var digest = DigestModel.Of(sample.Contents, 3);
            yield return (TemplateName.DigestText, digest);
            yield return (TemplateName.DigestHtml, digest);
        }

        foreach (var sample in PageSamples.All(language)) yield return (TemplateName.AcknowledgeHtml, AcknowledgeModel.Of(sample.Page));
        foreach (var sample in BoardSamples.All(language)) yield return (TemplateName.BoardHtml, BoardModel.Of(sample.Page));
        foreach (var sample in BoardSamples.OfTickets(language)) yield return (TemplateName.TicketHtml, TicketModel.Of(sample.Page));
        foreach (var page in PlaceSamples.All(language).Values) yield return (TemplateName.PlaceHtml, page);
        foreach (var sample in ReportSamples.All(language)) yield return (TemplateName.ReportHtml, ReportModel.Of(sample.Page));
    }

    /// <summary>The document's own mistake, or that of the one part among the administrator's templates that it uses.</summary>
    private static TemplateProblem ProblemOf(string folder, string document, IReadOnlyDictionary<string, string> own, Exception error)
    {
        var name = own.ContainsKey(document) ? document : own.Keys.FirstOrDefault(TemplateName.Parts.Contains, own.Keys.First());
        return TemplateProblem.Of(TemplateFolder.PathOf(folder, name), own[name], error);
    }
}
