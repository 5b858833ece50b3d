using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Http;

/// <summary>An answer, or 503 while something that it needs is away.</summary>
internal static class OutageAnswers
{
    /// <summary>The answer, or that it cannot be given now.</summary>
    /// <param name="request">The request.</param>
    /// <param name="advice">What to do then, as a sentence.</param>
    /// <param name="answer">Answers.</param>
    public static async Task<IResult> OrTryAgainAsync(HttpRequest request, string advice, Func<Task<IResult>> answer)
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
}
