using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SlaMonitor.Functions.Api;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// Refuses what a door does not know, and what it takes once and is told twice: a filter that is mistyped and ignored answers something
/// else than was asked.
/// </summary>
internal static class UnknownParameters
{
    /// <summary>What the host reads and no door does: the key, and in Azure the name of the key that is sent.</summary>
    private static readonly string[] OfTheHost = [AccessKeys.Query, "clientId"];

    /// <summary>What is wrong with the parameters of a request to a door; <c>null</c> where nothing is.</summary>
    /// <typeparam name="TDoor">The door.</typeparam>
    /// <param name="request">The request.</param>
    public static IResult? Of<TDoor>(HttpRequest request) => Of(request, Known<TDoor>.Names);

    /// <summary>What is wrong with the parameters of a request; <c>null</c> where nothing is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">Which parameters there are.</param>
    public static IResult? Of(HttpRequest request, params string[] known)
    {
        var asked = request.Query;
        var unknown = asked.Keys.Except([.. known, .. OfTheHost], StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) return NoSuchParameter(unknown, [.. known.Except(OfTheHost, StringComparer.OrdinalIgnoreCase)]);

        return asked.Where(one => one.Value.Count > 1).Select(one => one.Key).Order(StringComparer.Ordinal).FirstOrDefault() is { } twice
            ? ProblemAnswers.Problem(
                StatusCodes.Status400BadRequest,
                "This parameter is given more than once.",
                $"'{twice}' is given {asked[twice].Count} times, and one value alone can be meant.")
            : null;
    }

    private static ProblemHttpResult NoSuchParameter(IEnumerable<string> unknown, IReadOnlyList<string> known) => ProblemAnswers.Problem(
        StatusCodes.Status400BadRequest,
        "There is no such parameter.",
        $"{string.Join(", ", unknown.Select(name => $"'{name}'"))} cannot be asked for here; there is "
        + $"{(known.Count == 0 ? "nothing that can" : string.Join(", ", known))}.");

    private static class Known<TDoor>
    {
        public static readonly string[] Names = [.. DoorCatalog.Of(typeof(TDoor)).Parameters.Select(parameter => parameter.Name)];
    }
}
