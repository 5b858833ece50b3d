using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Queues;

namespace SlaMonitor.Local.Tests.Hosting.Child;

/// <summary>
/// The functions of the child process: this assembly's only public ones. What they do is told in files of the data folder.
/// </summary>
public sealed class SampleFunctions(LocalQueues queues, LocalHostSettings settings, TimeProvider time, IConfiguration configuration)
{
    private static readonly Lock Writing = new();

    [Function("Send")]
    public async Task<IResult> Send(
        [HttpTrigger("post", Route = "api/send/{from}/{count}")] HttpRequest request, int from, int count,
        CancellationToken cancellationToken)
    {
        QueueMessage[] messages =
        [
            .. Enumerable.Range(from, count).Select(i => new QueueMessage($"m{i}", i.ToString(CultureInfo.InvariantCulture))),
        ];
        return Results.Text($"{await queues.SendAsync(Queue, messages, cancellationToken)}");
    }

    [Function("Left")]
    public IResult Left([HttpTrigger("get", Route = "api/left")] HttpRequest request) => Results.Text($"{queues.Count(Queue).Active}");

    [Function("Handle")]
    public async Task Handle(
        [ServiceBusTrigger("%NotificationsQueue%", Connection = "ServiceBusConnection")] string body, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(Pause), time, cancellationToken);
        Tell("handled", body);
    }

    [Function("Slow")]
    public async Task<IResult> Slow([HttpTrigger("get", Route = "api/slow")] HttpRequest request, CancellationToken cancellationToken)
    {
        Tell("slow", "began");
        await Task.Delay(TimeSpan.FromMilliseconds(Pause), time, cancellationToken);
        return Results.Text("done");
    }

    [Function("Beat")]
    public async Task Beat([TimerTrigger("%EvaluationSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        Tell("beat", "began");
        await Task.Delay(TimeSpan.FromMilliseconds(Pause), time, cancellationToken);
        Tell("beat", "ended");
    }

    private string Queue => configuration["NotificationsQueue"]!;

    private int Pause => configuration.GetValue("Pause", 2);

    private void Tell(string file, string line)
    {
        lock (Writing)
            File.AppendAllText(Path.Combine(settings.DataFolder, file), line + Environment.NewLine);
    }
}
