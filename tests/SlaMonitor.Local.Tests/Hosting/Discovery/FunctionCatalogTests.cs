using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Local.Hosting.Discovery;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Tests.Hosting.Discovery;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void Discover_GoodFunctions_KnowsTheirTriggers()
    {
        var catalog = Discover([typeof(Good)], ("EvaluationSchedule", "0 * * * * *"), ("NotificationsQueue", "notifications"));

        var http = Assert.Single(catalog.Http);
        Assert.Equal(("Open", "things/{id}", AuthorizationLevel.Admin), (http.Name, http.Route, http.Level));
        Assert.Equal(["GET", "POST"], http.Verbs);
        Assert.Equal(
            [("Often", "*/5 * * * * *", false), ("Tick", "0 * * * * *", true)],
            catalog.Timers.Select(timer => (timer.Name, timer.Schedule.Text, timer.UseMonitor)));
        Assert.Equal([("Mail", "notifications")], catalog.Queues.Select(queue => (queue.Name, queue.Queue)));
    }

    [Theory]
    [InlineData(
        typeof(BodyIsNotText),
        "error: F (BodyIsNotText.Run): the Service Bus trigger binds to string or ServiceBusReceivedMessage, not to Byte[]")]
    [InlineData(
        typeof(NoConnection),
        "error: F (NoConnection.Run): the Service Bus trigger must name its Connection, as Connection = \"ServiceBusConnection\"")]
    [InlineData(
        typeof(UnknownSetting),
        "error: F (UnknownSetting.Run): Schedule is '%Nowhere%', and there is no setting Nowhere; "
        + "set it in the environment, in local.settings.json, or with --set Nowhere=VALUE")]
    [InlineData(
        typeof(BadSchedule),
        "error: F (BadSchedule.Run): the schedule '* * * * *' is wrong: it has 5 fields; "
        + "six are needed: second minute hour day month weekday, as '0 */5 * * * *'")]
    [InlineData(
        typeof(BadScheduleSetting),
        "error: F (BadScheduleSetting.Run): the schedule 'often' (setting %Wrong%) is wrong: it has 1 field; "
        + "six are needed: second minute hour day month weekday, as '0 */5 * * * *'")]
    [InlineData(
        typeof(StrangeParameter),
        "error: F (StrangeParameter.Run): the parameter 'Int32 id' cannot be bound; "
        + "it must be a CancellationToken, or one of the route's {ticket} as string, int, long, bool or Guid")]
    [InlineData(typeof(StrangeResult), "error: F (StrangeResult.Run): an HTTP function gives back IResult or IActionResult, not String")]
    [InlineData(typeof(BadRoute), "error: F (BadRoute.Run): the route 'a/{b' is wrong: ")]
    [InlineData(
        typeof(SystemLevel),
        "error: F (SystemLevel.Run): the level System is not known to the local host; take Anonymous, Function or Admin")]
    [InlineData(typeof(NoTrigger), "error: NoTrigger.Run: a function needs one parameter with a trigger; it has 0")]
    [InlineData(
        typeof(TimerGivesBack), "error: F (TimerGivesBack.Run): it gives back Int32, which nobody takes; it must give back void or Task")]
    public void Discover_WrongFunction_SaysWhichAndWhy(Type type, string expected) =>
        Assert.StartsWith(
            expected, Assert.Throws<LocalHostException>(() => Discover([type], ("Wrong", "often"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Discover_SameNameTwice_IsRefused() =>
        Assert.Equal(
            "error: NoConnection.Run and OtherF.Run are both named 'F'; a function's name must be its own",
            Assert.Throws<LocalHostException>(() => Discover([typeof(NoConnection), typeof(OtherF)]))
                .Message.Split(Environment.NewLine)[0]);

    [Fact]
    public void Build_ConstructorWantsWhatNobodyProvides_IsOneClearMessage()
    {
        using var folder = new TempFolder();
        var builder = TestHost.CreateBuilder(TestHost.Options(folder), typeof(Needy));

        var problem = Assert.Throws<LocalHostException>(() => builder.Build());

        Assert.Contains("Unable to resolve service for type 'System.Version'", problem.Message, StringComparison.Ordinal);
    }

    private static FunctionCatalog Discover(Type[] types, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (name, value) in settings)
            configuration[name] = value;
        return FunctionCatalog.Discover(types, configuration);
    }

    internal sealed class Good
    {
        [Function("Open")]
        public Task<IResult> Open([HttpTrigger(
            AuthorizationLevel.Admin, "get", "post", Route = "things/{id}")] HttpRequest request, Guid id, CancellationToken token) =>
            throw new NotSupportedException();

        [Function("Tick")]
        public void Tick([TimerTrigger("%EvaluationSchedule%")] TimerInfo timer) => throw new NotSupportedException();

        [Function("Often")]
        public void Often([TimerTrigger("*/5 * * * * *")] TimerInfo timer) => throw new NotSupportedException();

        [Function("Mail")]
        public Task Mail([ServiceBusTrigger("%NotificationsQueue%", Connection = "ServiceBusConnection")] string body) =>
            throw new NotSupportedException();

        public void NotAFunction() => throw new NotSupportedException();
    }

    internal sealed class BodyIsNotText
    {
        [Function("F")]
        public void Run([ServiceBusTrigger("q", Connection = "C")] byte[] body) => throw new NotSupportedException();
    }

    internal sealed class NoConnection
    {
        [Function("F")]
        public void Run([ServiceBusTrigger("q")] string body) => throw new NotSupportedException();
    }

    internal sealed class OtherF
    {
        [Function("F")]
        public void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => throw new NotSupportedException();
    }

    internal sealed class UnknownSetting
    {
        [Function("F")]
        public void Run([TimerTrigger("%Nowhere%")] TimerInfo timer) => throw new NotSupportedException();
    }

    internal sealed class BadSchedule
    {
        [Function("F")]
        public void Run([TimerTrigger("* * * * *")] TimerInfo timer) => throw new NotSupportedException();
    }

    internal sealed class BadScheduleSetting
    {
        [Function("F")]
        public void Run([TimerTrigger("%Wrong%")] TimerInfo timer) => throw new NotSupportedException();
    }

    internal sealed class StrangeParameter
    {
        [Function("F")]
        public IResult Run([HttpTrigger(Route = "t/{ticket}")] HttpRequest request, int id) => throw new NotSupportedException();
    }

    internal sealed class StrangeResult
    {
        [Function("F")]
        public string Run([HttpTrigger] HttpRequest request) => throw new NotSupportedException();
    }

    internal sealed class BadRoute
    {
        [Function("F")]
        public IResult Run([HttpTrigger(Route = "a/{b")] HttpRequest request) => throw new NotSupportedException();
    }

    internal sealed class SystemLevel
    {
        [Function("F")]
        public IResult Run([HttpTrigger(AuthorizationLevel.System)] HttpRequest request) => throw new NotSupportedException();
    }

    internal sealed class NoTrigger
    {
        [Function("F")]
        public void Run(CancellationToken token) => throw new NotSupportedException();
    }

    internal sealed class TimerGivesBack
    {
        [Function("F")]
        public int Run([TimerTrigger("* * * * * *")] TimerInfo timer) => throw new NotSupportedException();
    }

    internal sealed class Needy(Version version)
    {
        [Function("F")]
        public void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => throw new NotSupportedException(version.ToString());
    }
}
