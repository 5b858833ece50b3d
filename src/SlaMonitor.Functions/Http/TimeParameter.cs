using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Functions.Http;

/// <summary>An instant behind the question mark of an address.</summary>
internal static class TimeParameter
{
    /// <summary>An example of one.</summary>
    public const string Example = "2026-03-02T10:00:00+01:00";

    /// <summary>Reads one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="at">The instant; <c>null</c> where none is asked for.</param>
    /// <returns>What is wrong with it; <c>null</c> where nothing is.</returns>
    public static IResult? Read(HttpRequest request, string name, out Instant? at)
    {
        at = null;
        if (request.Query[name].FirstOrDefault() is not { Length: > 0 } asked) return null;

        // A plus that nobody has escaped arrives as a space; nothing else has one there.
        var read = OffsetDateTimePattern.Rfc3339.Parse(asked.Replace(' ', '+'));
        if (!read.Success || !IsOfTheTime(read.Value.ToInstant()))
        {
            return ProblemAnswers.Problem(
                StatusCodes.Status400BadRequest,
                "This is no time.",
                $"'{asked}' cannot be {name}: that is a time from 2000 to 2099 with its distance from UTC, as {Example}.");
        }

        at = read.Value.ToInstant();
        return null;
    }

    /// <summary>Calendars know no others.</summary>
    private static bool IsOfTheTime(Instant at) => at.InUtc().Year is >= 2000 and < 2100;
}
