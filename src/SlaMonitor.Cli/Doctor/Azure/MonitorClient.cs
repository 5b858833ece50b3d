using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Doctor.Azure;

/// <summary>The monitor, asked by HTTP.</summary>
internal sealed class MonitorClient(HttpClient http, Installation installation, DeployedApp app)
{
    /// <summary>Asks for something that needs the function key.</summary>
    public async Task<(HttpStatusCode Status, string Body)> GetWithKeyAsync(string path, CancellationToken cancellationToken) =>
        await SendAsync(await WithKeyAsync(new(HttpMethod.Get, AddressOf(path)), cancellationToken), cancellationToken);

    /// <summary>Posts JSON as a stranger would.</summary>
    public Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string json, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Post, AddressOf(path)) { Content = Content(json, "application/json") }, cancellationToken);

    /// <summary>Posts an event, with the function key.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostEventAsync(string json, CancellationToken cancellationToken)
    {
        var content = Content(json, "application/cloudevents+json");
        var request = new HttpRequestMessage(HttpMethod.Post, AddressOf("events")) { Content = content };
        return await SendAsync(await WithKeyAsync(request, cancellationToken), cancellationToken);
    }

    private Uri AddressOf(string path) => new(installation.Url, $"api/{path}");

    private static ByteArrayContent Content(string json, string type) =>
        new(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    private async Task<HttpRequestMessage> WithKeyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add(HttpAddress.KeyHeader, await app.KeyAsync(cancellationToken));
        return request;
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }
    }
}
