using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Local.Clock;
using SlaMonitor.Local.Hosting.Pump;
using SlaMonitor.Local.Hosting.Timers;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary><c>/admin/clock</c>: what the clock shows, and moving a clock that is not the real one.</summary>
internal static class ClockEndpoints
{
    private const string Path = "admin/clock";

    public static void Map(WebApplication app)
    {
        var clock = app.Services.GetRequiredService<LocalClock>();
        var timers = app.Services.GetRequiredService<TimerSet>();
        var pumps = app.Services.GetRequiredService<PumpSet>();
        var level = new RequiredLevel("Clock", AuthorizationLevel.Admin);

        app.MapMethods(Path, ["GET"], context =>
            TypedResults.Json(new { now = Text(clock.GetCurrentInstant()), speed = clock.Speed, real = clock.IsReal })
                .ExecuteAsync(context))
            .WithMetadata(level);
        if (clock.IsReal)
            return;
        app.MapMethods(Path, ["POST"], async context => await (await MoveAsync(context, clock, timers, pumps)).ExecuteAsync(context))
            .WithMetadata(level);
    }

    private static async Task<IResult> MoveAsync(HttpContext context, LocalClock clock, TimerSet timers, PumpSet pumps)
    {
        var to = OffsetDateTimePattern.Rfc3339.Parse(WithPlus(context.Request.Query["to"].ToString()));
        if (!to.Success || !LocalClock.CanShow(to.Value.ToInstant()))
            return Problem.BadRequest("'to' must be an instant from 2000 to 2099, as ?to=2026-03-02T08:00:00Z.");
        if (!bool.TryParse(context.Request.Query["drain"].FirstOrDefault("false"), out var drain))
            return Problem.BadRequest("'drain' must be true or false.");
        if (!clock.TryMove(to.Value.ToInstant()))
            return Problem.Conflict($"The clock shows {Text(clock.GetCurrentInstant())} already; it is never moved back.");

        await timers.RunDueAsync(context.RequestAborted);
        if (drain)
            await pumps.WaitUntilEmptyAsync(context.RequestAborted);
        return TypedResults.Json(new { now = Text(clock.GetCurrentInstant()) });
    }

    /// <summary>A plus sign in an address stands for a blank unless it is written as %2B: a blank before an offset was one.</summary>
    private static string WithPlus(string instant) => instant.Replace(' ', '+');

    private static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}
