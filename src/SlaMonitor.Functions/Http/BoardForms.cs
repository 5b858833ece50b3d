using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace SlaMonitor.Functions.Http;

/// <summary>Reads the forms of the board. Those that a page of another site sends do not come so far (<see cref="BoardAccess"/>).</summary>
internal static class BoardForms
{
    /// <summary>The fields of a form, or what is wrong with the request.</summary>
    public static async Task<(IReadOnlyDictionary<string, StringValues> Fields, IResult? Refusal)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        var none = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        if (!request.HasFormContentType) return (none, ProblemAnswers.NotUnderstood("It is sent as a form, as the page does."));
        if (await RequestBody.ReadAsync(request, cancellationToken) is not { } body) return (none, ProblemAnswers.TooLarge());

        return (QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)), null);
    }

    /// <summary>A field's one value, without spaces around it; empty where it was not sent.</summary>
    public static string Field(this IReadOnlyDictionary<string, StringValues> form, string name) =>
        form.TryGetValue(name, out var value) ? value.FirstOrDefault()?.Trim() ?? string.Empty : string.Empty;
}
