using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SlaMonitor.Functions.Http;

namespace SlaMonitor.Browser.Tests.Faces;

/// <summary>Shows all faces on a free port of this machine; the pages with the very headers that the door sends.</summary>
public sealed class GalleryServer : IAsyncLifetime
{
    private readonly WebApplication _server = Build();

    /// <inheritdoc />
    public Task InitializeAsync() => _server.StartAsync();

    /// <inheritdoc />
    public async Task DisposeAsync() => await _server.DisposeAsync();

    /// <summary>Where this one is.</summary>
    internal Uri AddressOf(Face face) => new(new Uri(_server.Urls.Single()), face.Path);

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        foreach (var (face, mail) in Gallery.Mails)
            server.MapGet(face.Path, () => TypedResults.Content(mail.Html, "text/html", Encoding.UTF8));
        foreach (var (face, page) in Gallery.Pages)
            server.MapGet(face.Path, (HttpRequest request) => AcknowledgeAnswers.Of(request, page, Gallery.PageLayout));
        foreach (var (face, report) in Gallery.Reports)
            server.MapGet(face.Path, () => TypedResults.Content(report, "text/html", Encoding.UTF8));
        return server;
    }
}
