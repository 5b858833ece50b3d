using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Health.Watching;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Health;

/// <summary>The call after each evaluation, by which somebody else notices that this monitor has died.</summary>
public sealed class LifeSignTests : IDisposable
{
    private readonly Listener _listener = new();
    private readonly FakeLogger<LifeSign> _log = new();
    private readonly HealthOptions _options = new() { PingUrl = "https://ping.example.com/a-secret?rid=1" };
    private readonly Workplace _place;

    public LifeSignTests() => _place = new Workplace(configure: services =>
    {
        services.AddSingleton(Options.Create(_options)).AddSingleton<ILogger<LifeSign>>(_log);
        services.AddHttpClient(LifeSign.ClientName).ConfigurePrimaryHttpMessageHandler(() => _listener);
    });

    [Fact]
    public async Task Evaluation_Good_IsToldAtTheAddress()
    {
        await EvaluateAsync();

        Assert.Equal(["GET https://ping.example.com/a-secret?rid=1"], _listener.Calls);
        Assert.Equal(0, _log.Collector.Count);
    }

    [Fact]
    public async Task Evaluation_Held_IsToldAsFailed()
    {
        _place.Mailer.Obstacle = "The key is missing.";
        await EvaluateAsync();

        Assert.Equal(["GET https://ping.example.com/a-secret/fail?rid=1"], _listener.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://kv.example.com/secrets/ping)")]
    public async Task WithoutAnAddress_NobodyIsCalled(string url)
    {
        _options.PingUrl = url;
        await EvaluateAsync();

        Assert.Empty(_listener.Calls);
    }

    [Theory]
    [InlineData(false, "it answered 500")]
    [InlineData(true, "the connection failed (ConnectionError)")]
    public async Task CallThatFails_HarmsNoEvaluation_IsLogged_AndTheAddressIsNot(bool isAway, string reason)
    {
        _listener.Answer = isAway
            ? () => throw new HttpRequestException(HttpRequestError.ConnectionError, "ping.example.com/a-secret is away")
            : () => Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError));
        await EvaluateAsync();

        var said = Assert.Single(_log.Collector.GetSnapshot());
        Assert.Equal((LogLevel.Warning, $"The sign of life (Health:PingUrl) was not taken: {reason}"), (said.Level, said.Message));
    }

    [Fact]
    public async Task CallThatHangs_IsGivenUp()
    {
        _listener.Answer = () => new TaskCompletionSource<HttpResponseMessage>().Task;
        var evaluation = EvaluateAsync();
        await _listener.Called.Task;
        _place.Time.Advance(LifeSign.Patience);
        await evaluation;

        Assert.EndsWith("no answer within 5 seconds", Assert.Single(_log.Collector.GetSnapshot()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PingUrl", "ftp://example.com", "Health:PingUrl must be an address that begins with https:// or http://.")]
    [InlineData("OperatorEmail", "ops", "Health:OperatorEmail must be an address such as ops@example.com, not 'ops'.")]
    [InlineData("TestMailAtStart", "true", "Health:TestMailAtStart needs Health:OperatorEmail: the address to send it to.")]
    public void Settings_ThatAreWrong_AreTold(string setting, string value, string problem)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"Health:{setting}", value)]).Build();
        using var place = new Workplace(configure: services =>
            services.AddOptions<HealthOptions>().Bind(configuration.GetSection(HealthOptions.Section)));

        var thrown = Assert.Throws<OptionsValidationException>(() => place.Get<IOptions<HealthOptions>>().Value);
        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _place.Dispose();
        _listener.Dispose();
    }

    private Task<EvaluationReport> EvaluateAsync() => _place.Get<WatchedEvaluation>().EvaluateAsync(default);

    private sealed class Listener : HttpMessageHandler
    {
        public List<string> Calls { get; } = [];

        public TaskCompletionSource Called { get; } = new();

        public Func<Task<HttpResponseMessage>> Answer { get; set; } = () => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add($"{request.Method} {request.RequestUri}");
            Called.TrySetResult();
            return Answer().WaitAsync(cancellationToken);
        }
    }
}
