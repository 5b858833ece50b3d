using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure.Checks;

/// <summary>Whether links in mails lead to the app.</summary>
internal sealed class AddressCheck(DeployedApp app, Installation installation) : ICheck
{
    private const string PublicUrl = "Acknowledgement__PublicUrl";

    public string Name => "address";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var host = (await app.ShowAsync(cancellationToken)).Text("defaultHostName");
        var links = await app.SettingAsync(PublicUrl, cancellationToken);
        if (!Uri.TryCreate(links, UriKind.Absolute, out var url))
            return Finding.Failed($"{PublicUrl} is '{links}', and links in mails begin with it", "azd provision");
        if (url.Host == host) return Finding.Ok($"links in mails begin with {url}, which is the app's own");

        return url.Host == installation.Url.Host
            ? Finding.Ok($"links in mails begin with {url}, which is asked here; the app's own is {host}")
            : Finding.Failed(
                $"links in mails begin with {url}, and the app is {host}",
                $"azd env set PUBLIC_URL https://{host}, azd provision; or ask by that name: --url {url}");
    }
}
