using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Functions.Http;

/// <summary>Answers to requests about dead letters: a number that is none, a letter that is not there, a queue that is away.</summary>
internal static class DeadLetterAnswers
{
    /// <summary>The answer about one dead letter.</summary>
    /// <typeparam name="TDoor">The door that is asked.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="number">The number, as the route has it.</param>
    /// <param name="answer">What to answer; <c>null</c> where there is no such letter.</param>
    public static Task<IResult> OfOneAsync<TDoor>(HttpRequest request, string number, Func<long, Task<IResult?>> answer) =>
        OfAsync<TDoor>(
            request,
            async () => !TryParse(number, out var sequence)
                ? ProblemAnswers.NotANumber("number", number)
                : await answer(sequence) ?? ProblemAnswers.NoSuchDeadLetter(sequence),
            "Ask again.");

    /// <summary>An answer, 400 to a parameter that the door does not know, or 503 while the queue is away.</summary>
    /// <typeparam name="TDoor">The door that is asked.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="advice">What to do while the queue is away, as a sentence.</param>
    public static async Task<IResult> OfAsync<TDoor>(HttpRequest request, Func<Task<IResult>> answer, string advice) =>
        UnknownParameters.Of<TDoor>(request) ?? await OutageAnswers.OrTryAgainAsync(request, advice, answer);

    /// <summary>Reads a dead letter's number: digits and nothing else.</summary>
    public static bool TryParse(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
