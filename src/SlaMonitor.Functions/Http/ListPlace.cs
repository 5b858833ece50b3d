using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Functions.Http;

/// <summary>A place in a list, as addresses carry it: what an answer says as <c>next</c> and a request sends back unchanged.</summary>
internal static class ListPlace
{
    /// <summary>The parameter that carries it.</summary>
    public const string Parameter = "after";

    /// <summary>What the parameter does.</summary>
    public const string Meaning = "The place to go on at: what the answer before said as next, unchanged.";

    /// <summary>The store's own words for a place; <c>null</c> for the beginning.</summary>
    /// <exception cref="FormatException">It is none that was given out.</exception>
    public static string? Read(HttpRequest request) =>
        request.Query[Parameter].FirstOrDefault() is { } place ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(place)) : null;

    /// <summary>A place as answers say it.</summary>
    public static string? Write(string? place) => place is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    /// <summary>A page of a list, 400 where its place is none, or 503 while the store is away.</summary>
    public static async Task<IResult> PageAsync(HttpRequest request, Func<string?, Task<IResult>> page)
    {
        try
        {
            return await OutageAnswers.OrTryAgainAsync(request, "Ask again.", () => page(Read(request)));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return ProblemAnswers.NotAPlace(Parameter);
        }
    }
}
