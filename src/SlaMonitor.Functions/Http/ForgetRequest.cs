using System.Text.Json;
using SlaMonitor.Core.Erasing;

namespace SlaMonitor.Functions.Http;

/// <summary>Whom to forget: the body <c>{"names": ["ann@example.com", "4711"]}</c>, with <c>from</c> where an erasure goes on.</summary>
/// <param name="Names">Every name that the person is known by.</param>
/// <param name="From">What the answer before said as <c>next</c>; <c>null</c> at the beginning.</param>
internal sealed record ForgetRequest(IReadOnlyList<string> Names, string? From)
{
    /// <summary>A shorter word is no name of one person alone.</summary>
    private const int ShortestName = 2;

    private const string Example = """The body is {"names": ["ann@example.com", "4711"]}: every name that the person is known by.""";

    /// <summary>The request of a body; <c>null</c> where it is none.</summary>
    /// <param name="body">The body.</param>
    /// <param name="problem">What is wrong with it; empty where nothing is.</param>
    public static ForgetRequest? Read(byte[] body, out string problem)
    {
        problem = Example;
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("names", out var list) || list.ValueKind != JsonValueKind.Array
                || list.EnumerateArray().Any(name => name.ValueKind != JsonValueKind.String))
            {
                return null;
            }

            var names = list.EnumerateArray().Select(name => name.GetString()!.Trim()).ToList();
            var from = root.TryGetProperty("from", out var place) ? place.GetString() : null;
            problem = Objection(names);
            return problem.Length == 0 ? new(names, from) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Objection(List<string> names)
    {
        if (names.Count is 0 or > PersonNames.MostNames)
            return $"1 to {PersonNames.MostNames} names are taken, not {names.Count}. {Example}";

        return names.Find(name => name.Length is < ShortestName or > PersonNames.LongestName) is { } wrong
            ? $"A name has {ShortestName} to {PersonNames.LongestName} characters; one has {wrong.Length}."
            : string.Empty;
    }
}
