using System.Text;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Mails.Surveys;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// What is answered to the link of a survey: a page. The link is as good as a signature: no answer is kept anywhere, and the address is
/// told to nobody.
/// </summary>
internal static class SurveyAnswers
{
    public static IResult Of(HttpRequest request, SurveyPage page)
    {
        request.ProtectLink();
        var status = page.Stand switch
        {
            SurveyStand.Expired => StatusCodes.Status410Gone,
            SurveyStand.Invalid => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status200OK,
        };
        return TypedResults.Content(page.Html(), "text/html", Encoding.UTF8, status);
    }
}
