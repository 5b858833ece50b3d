using System.Text;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Monitoring.Reporting.Monthly;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// What is answered to a link that approves a report: a page. The link is as good as a signature: no answer is kept anywhere, and the
/// address is told to nobody.
/// </summary>
internal static class ApprovalAnswers
{
    public static IResult Of(HttpRequest request, string token, ApprovalState state)
    {
        request.ProtectLink();
        var words = ReportMailWords.For(state.Language);
        var (status, sentence) = state.Stand switch
        {
            ApprovalStand.Open => (StatusCodes.Status200OK, words.PageAsk),
            ApprovalStand.Approved => (StatusCodes.Status200OK, words.Approved),
            ApprovalStand.Expired => (StatusCodes.Status410Gone, words.Expired),
            _ => (StatusCodes.Status404NotFound, words.Invalid),
        };
        var about = state is { Terms: { } terms, Month: { } month } ? $"{terms.Title}, {month}" : null;
        var page = new ApprovalPage(state.Language, sentence, about, state.Stand == ApprovalStand.Open ? token : null);
        return TypedResults.Content(page.Html(), "text/html", Encoding.UTF8, status);
    }
}
