using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>What the monitor is held against: Kestrel, System.Text.Json and <see cref="CeilingWriter"/>, and nothing else.</summary>
internal static class CeilingServer
{
    /// <summary>The first argument of the process that is it.</summary>
    public const string Command = "ceiling";

    /// <summary>Serves until it is killed.</summary>
    public static async Task RunAsync(int port, string file)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var writer = new CeilingWriter(file);
        await using var app = builder.Build();
        app.Run(async context =>
        {
            if (HttpMethods.IsGet(context.Request.Method)) return;

            var e = await JsonSerializer.DeserializeAsync(context.Request.Body, CeilingJson.Default.CeilingEvent);
            await writer.StoreAsync(e!);
            var answer = JsonSerializer.SerializeToUtf8Bytes(new CeilingReceipt(1), CeilingJson.Default.CeilingReceipt);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        await app.RunAsync();
    }
}
