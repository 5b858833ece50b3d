using SlaMonitor.Harness;
using SlaMonitor.StoreContracts.Emulator;
using SlaMonitor.StoreContracts.Emulator.ServiceBus;
using SlaMonitor.Worker.Tests.Build;
using SlaMonitor.Worker.Tests.Host;
using SlaMonitor.Worker.Tests.Running;

namespace SlaMonitor.Worker.Tests.Doors;

/// <summary>
/// The same requests to the local host and to the worker behind the stand-in. What a function answers is the same to the byte; where an
/// answer is the host's own, the stand-in answers as the real host was seen to, which is no proof of the real one.
/// </summary>
public sealed class RequestTableTests : IAsyncLifetime
{
#pragma warning disable RS0030 // The worker has the real clock, and links are good for some days of it.
    private readonly IReadOnlyList<Request> _table = RequestTable.At(SystemClock.Instance.GetCurrentInstant());
#pragma warning restore RS0030
    private readonly MonitorFolder _place = new();
    private IReadOnlyList<Answer> _local = [];

    public async Task InitializeAsync()
    {
        foreach (var (name, value) in WorkerSettings.OfBoth()) _place.Settings[name] = value;
        _place.Settings["FunctionKey"] = StandInHost.FunctionKey;
        await using var monitor = await MonitorProcess.StartAsync(_place);
        _local = await SendAsync(monitor.Http.BaseAddress!);
    }

    public Task DisposeAsync()
    {
        _place.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void LocalHost_AnswersEachWithItsStatus()
    {
        Assert.InRange(_table.Count, 35, 100);
        Assert.Equal(Expected, Seen(_local));
    }

    [Fact]
    public async Task Worker_AnswersAsTheLocalHostDoes_ButForWhatIsDocumented()
    {
        AzureBuild.SkipWithout(Azurite.Missing);
        await using var azurite = await Azurite.StartAsync();
        using var broker = new LoopbackBroker(WorkerSettings.Queue);
        await using var host = await StandInHost.StartAsync(WorkerSettings.Of(azurite, broker, sendGrid: "http://127.0.0.1:9"));

        var answers = await SendAsync(host.Http.BaseAddress!);

        Assert.True(Expected == Seen(answers), $"{Seen(answers)}\n\n{host.Output}\n{string.Join('\n', host.Logs)}");
        Assert.Equal(Compared(_local), Compared(answers));
        Assert.All(Different(_local, answers), pair => Assert.NotEqual(pair.Local.Text, pair.Worker.Text));
    }

    private string Expected => string.Join('\n', _table.Select(request => $"{request.Name}: {request.Status}"));

    private string Seen(IEnumerable<Answer> answers) =>
        string.Join('\n', _table.Zip(answers, (request, answer) => $"{request.Name}: {answer.Status}"));

    private string Compared(IEnumerable<Answer> answers) =>
        string.Join(
            "\n\n", _table.Zip(answers).Where(pair => pair.First.Difference is null).Select(pair => $"# {pair.First.Name}\n{pair.Second}"));

    /// <summary>A difference that is documented and gone is a document that is wrong. An answer to HEAD has no body to differ in.</summary>
    private IEnumerable<(Answer Local, Answer Worker)> Different(IEnumerable<Answer> local, IEnumerable<Answer> worker) =>
        _table.Zip(local, worker)
            .Where(row => row.First.Difference is not null && row.First.Method != "HEAD")
            .Select(row => (row.Second, row.Third));

    private async Task<IReadOnlyList<Answer>> SendAsync(Uri host)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var answers = new List<Answer>();
        foreach (var request in _table)
        {
            using var message = request.Message(host);
            using var answer = await http.SendAsync(message);
            answers.Add(await Answer.OfAsync(answer));
        }

        return answers;
    }
}
