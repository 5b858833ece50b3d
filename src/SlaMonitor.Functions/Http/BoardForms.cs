using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// Reads the forms of the board. A form counts only where it was sent by a page of ours: browsers say from which site one comes, and what
/// is no browser is sent by nobody's page. So no other site can press a button in a reader's name, with a session or without one.
/// </summary>
internal static class BoardForms
{
    /// <summary>The fields of a form, or what is wrong with the request.</summary>
    public static async Task<(IReadOnlyDictionary<string, StringValues> Fields, IResult? Refusal)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        var none = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        if (!IsOurs(request))
        {
            return (none, ProblemAnswers.Problem(
                StatusCodes.Status403Forbidden,
                "The form was sent by another site.",
                "Open the page here and press the button on it. A program sends the key in the header x-functions-key."));
        }

        if (!request.HasFormContentType) return (none, ProblemAnswers.NotUnderstood("It is sent as a form, as the page does."));
        if (await RequestBody.ReadAsync(request, cancellationToken) is not { } body) return (none, ProblemAnswers.TooLarge());

        return (QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)), null);
    }

    /// <summary>A field's one value, without spaces around it; empty where it was not sent.</summary>
    public static string Field(this IReadOnlyDictionary<string, StringValues> form, string name) =>
        form.TryGetValue(name, out var value) ? value.FirstOrDefault()?.Trim() ?? string.Empty : string.Empty;

    // A page of another site cannot set a header of its own without asking first, and is not allowed to.
    private static bool IsOurs(HttpRequest request) =>
        request.Headers.ContainsKey(AccessKeys.Header)
        || ((request.Headers.ContainsKey(OtherSites.SiteHeader) || request.Headers.Origin.Count > 0) && !request.IsChangeByAnotherSite());
}
