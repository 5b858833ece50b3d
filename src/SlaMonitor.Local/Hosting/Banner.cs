using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Local.Clock;
using SlaMonitor.Local.Hosting.Connections;
using SlaMonitor.Local.Hosting.Discovery;
using SlaMonitor.Local.Hosting.Http;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Hosting.Timers;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Hosting;

/// <summary>What the host says once it listens: what there is, where, and on which clock.</summary>
internal sealed class Banner(
    FunctionCatalog catalog, LocalHostSettings settings, AccessKeys keys, HostJson hostJson, LocalClock clock, TimerSet timers,
    ConnectionLimits limits, IServer server, IEnumerable<IMailer> mailers)
{
    private const string Board = "ShowBoard";

    public string Text()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (settings.IsDemo) return DemoText(addresses.FirstOrDefault());

        var lines = new List<string> { "", "Functions:", "" };
        lines.AddRange(catalog.Http.Select(function =>
            $"    {function.Name}: [{Verbs(function)}] {addresses.FirstOrDefault()}/{HttpPipeline.Route(function, hostJson)}"));
        lines.AddRange(timers.Timers.Select(timer => $"    {timer.Name}: timer {timer.Schedule}, next {Text(timer.NextDue)}"));
        lines.AddRange(catalog.Queues.Select(function => $"    {function.Name}: queue {function.Queue}"));
        if (!catalog.All.Any())
            lines.Add("    none");
        lines.AddRange(
        [
            "",
            $"    address   {string.Join(", ", addresses)}",
            $"    data      {settings.DataFolder}",
            $"    mail      {mailers.LastOrDefault()?.Destination ?? settings.MailFolder}",
            $"    settings  {settings.File ?? "defaults"}",
            $"    clock     {Text(clock.GetCurrentInstant())}{Pace()}",
            $"    keys      {(keys.AreSet ? "wanted" : "not wanted: only this machine can call")}",
            $"    limits    {limits}",
            "",
            "Listening. Ctrl+C stops.",
            "",
        ]);
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>A demo is for people who see the program for the first time: where to look, and nothing else.</summary>
    private string DemoText(string? address)
    {
        var board = catalog.Http.FirstOrDefault(function => function.Name == Board);
        return string.Join(Environment.NewLine, (string[])
        [
            "",
            "A demo: a day of an invented desk, a minute in a second.",
            "",
            $"    board     {address}{(board is null ? "" : "/" + HttpPipeline.Route(board, hostJson))}",
            $"    mails     {settings.MailFolder}",
            $"    data      {settings.DataFolder}, made anew at each start",
            "",
            "Listening. Ctrl+C stops.",
            "",
        ]);
    }

    private static string Verbs(HttpFunction function) => function.Verbs.Count == 0 ? "ANY" : string.Join(',', function.Verbs);

    private static string Text(Instant instant) => instant == Instant.MaxValue ? "never" : InstantPattern.General.Format(instant);

    private string Pace() => clock switch
    {
        { IsReal: true } => "",
        { StandsStill: true } => ", standing still; POST /admin/clock?to=INSTANT moves it",
        _ => $", {clock.Speed.ToString(CultureInfo.InvariantCulture)} times as fast",
    };
}
