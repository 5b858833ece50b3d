using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Cli.Tests.Doctor;

/// <summary>Stands in for the monitor and for SendGrid, on a port of its own. All is well until the test says otherwise.</summary>
internal sealed class StubMonitor : IAsyncDisposable
{
    public const string Canary = "sla-doctor-canary-20260302T090000Z";
    public const string Health = "GET /api/health/details";
    public const string Events = "POST /api/events";
    public const string Ticket = $"GET /api/tickets/{Canary}";
    public const string Reports = "POST /api/webhooks/sendgrid-events";
    public const string Mail = "POST /v3/mail/send";

    private readonly WebApplication _app;
    private readonly Dictionary<string, Func<string, (int Status, string Body)?>> _answers = new(StringComparer.Ordinal);

    private StubMonitor(WebApplication app)
    {
        _app = app;
        app.Run(AnswerAsync);
        Answer(Health, 200, """{"status":"healthy","agreements":["standard-support v1"],"problems":[]}""");
        Answer(Events, 200, """{"stored":1,"duplicates":0,"withoutEffect":0}""");
        Answer(Reports, 401, """{"detail":"X and Y must hold SendGrid's signature and its time."}""");
        Answer(Mail, 200, "");
        Answer(
            Ticket,
            200,
            """
            {"agreement":"standard-support v1","agreementReason":"It was in force.",
             "clocks":[{"target":"response","state":"running","dueAtLocal":"2026-03-02T13:00:00+08:00"}],
             "upcoming":[{"step":"response, cycle 1, 50%","comesAt":"2026-03-02T03:00:00Z","recipients":["lead@example.com"]}]}
            """);
    }

    /// <summary>Every request: its line, key or authorization, and body.</summary>
    public List<(string Line, string? Key, string Body)> Requests { get; } = [];

    public Uri Url => new(_app.Urls.Single());

    public static async Task<StubMonitor> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var stub = new StubMonitor(builder.Build());
        await stub._app.StartAsync();
        return stub;
    }

    public void Answer(string line, int status, string body) => _answers[line] = _ => (status, body);

    /// <summary>Answers by what is posted; where nothing comes of it, the connection is broken off.</summary>
    public void Answer(string line, Func<string, (int Status, string Body)?> answer) => _answers[line] = answer;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var line = $"{context.Request.Method} {context.Request.Path}";
        var body = await reader.ReadToEndAsync();
        string? key = context.Request.Headers["x-functions-key"];
        Requests.Add((line, key ?? context.Request.Headers.Authorization, body));

        var answer = _answers.TryGetValue(line, out var known) ? known(body) : (404, "");
        if (answer is not { } given)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = given.Status;
        if (given.Status is >= 300 and < 400) context.Response.Headers.Location = given.Body;
        else await context.Response.WriteAsync(given.Body);
    }
}
