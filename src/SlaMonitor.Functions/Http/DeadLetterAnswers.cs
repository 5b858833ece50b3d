using System.Globalization;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Http;

/// <summary>Answers to requests about dead letters: a number that is none, a letter that is not there, a queue that is away.</summary>
internal static class DeadLetterAnswers
{
    /// <summary>The answer about one dead letter.</summary>
    /// <param name="request">The request.</param>
    /// <param name="number">The number, as the route has it.</param>
    /// <param name="answer">What to answer; <c>null</c> where there is no such letter.</param>
    public static Task<IResult> OfOneAsync(HttpRequest request, string number, Func<long, Task<IResult?>> answer) =>
        TryParse(number, out var sequence)
            ? OfAsync(request, async () => await answer(sequence) ?? ProblemAnswers.NoSuchDeadLetter(sequence), "Ask again.")
            : Task.FromResult(ProblemAnswers.NotANumber("number", number));

    /// <summary>An answer, or 503 while the queue is away.</summary>
    public static async Task<IResult> OfAsync(HttpRequest request, Func<Task<IResult>> answer, string advice)
    {
        try
        {
            return await answer();
        }
        catch (UnavailableException e)
        {
            return ProblemAnswers.TryAgain(request, e, advice);
        }
    }

    /// <summary>Reads a dead letter's number: digits and nothing else.</summary>
    public static bool TryParse(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
