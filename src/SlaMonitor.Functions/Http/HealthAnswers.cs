using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Http;

/// <summary>The health as an answer: 503 where the monitor cannot do its work.</summary>
internal static class HealthAnswers
{
    /// <summary>With all that was seen, for who may know.</summary>
    public static IResult Whole(HealthView view) => Json.Of(view, StatusOf(view));

    /// <summary>The status alone, for everybody: reasons name tickets, people and servers.</summary>
    public static IResult Short(HealthView view) => Json.Of(new HealthStatusView(view.Status), StatusOf(view));

    private static int StatusOf(HealthView view) =>
        view.IsAtWork ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
}
