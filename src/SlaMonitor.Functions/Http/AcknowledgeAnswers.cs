using System.Text;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// What is answered to an acknowledge link: a page to people, JSON or problem details to programs. The link is as good as a signature: no
/// answer is kept anywhere, and the address is told to nobody.
/// </summary>
internal static class AcknowledgeAnswers
{
    public static IResult Of(HttpRequest request, AcknowledgePage page, IAcknowledgePages pages)
    {
        request.ProtectLink();
        if (!request.Prefers("application/json"))
        {
            return TypedResults.Content(pages.Html(page), "text/html", Encoding.UTF8, StatusOf(page));
        }

        return page.State switch
        {
            AcknowledgeState.Expired => ProblemAnswers.Problem(
                StatusCodes.Status410Gone, "The link has expired.", "Open the ticket in the helpdesk, or the link of a newer mail."),
            AcknowledgeState.Invalid => ProblemAnswers.Problem(
                StatusCodes.Status404NotFound, "There is no such link.", "Open it from the mail, whole and unchanged."),
            _ => Json.Ok(AcknowledgementView.Of(page)),
        };
    }

    private static int StatusOf(AcknowledgePage page) => page.State switch
    {
        AcknowledgeState.Expired => StatusCodes.Status410Gone,
        AcknowledgeState.Invalid => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status200OK,
    };
}
