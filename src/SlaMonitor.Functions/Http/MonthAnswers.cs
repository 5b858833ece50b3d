using System.Text;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Monitoring.Board;

namespace SlaMonitor.Functions.Http;

/// <summary>The page about the running month, as an answer.</summary>
public sealed class MonthAnswers(RunningMonths months, BoardPages pages)
{
    /// <summary>The page.</summary>
    internal async Task<IResult> OfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reports = await months.LookAsync(cancellationToken);
        request.ProtectBoard();
        var language = request.LanguageOf();
        var frame = BoardFrames.Of(request, language, other => BoardAddress.Of(request, BoardPlace.Month, other));
        var page = MonthPage.Of(frame, reports, AddressesOf, report => $"{FolderOf(report)}{report.Span}{In(language)}");
        return TypedResults.Content(pages.Html(page), "text/html", Encoding.UTF8);

        ReportAddresses AddressesOf(Report report) => new()
        {
            Figure = query => $"{FolderOf(report)}{FigureAddress.Of(query)}",
            Ticket = ticket => BoardAddress.OfTicket(request, ticket, language),
            File = extension => $"{FolderOf(report)}{report.Span}.{extension}",
        };

        string FolderOf(Report report) =>
            $"{BoardAddress.Up(request)}{BoardAddress.Reports}/{Uri.EscapeDataString(report.Terms.Id)}/";
    }

    private static string In(string language) => QueryString.Create(BoardParameters.Language, language).ToString();
}
