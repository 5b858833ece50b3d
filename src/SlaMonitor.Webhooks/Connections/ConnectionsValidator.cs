using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SlaMonitor.Webhooks.Kinds;

namespace SlaMonitor.Webhooks.Connections;

/// <summary>
/// Checks every connection and reports every mistake at once: the host refuses to start rather than to take what anybody sends.
/// </summary>
internal sealed class ConnectionsValidator(IConfiguration configuration, IEnumerable<HelpdeskKind> kinds) : IValidateOptions<WebhookOptions>
{
    private static readonly string[] Known = [.. typeof(ConnectionOptions).GetProperties().Select(property => property.Name)];

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var errors = new List<string>(UnknownSettings());
        foreach (var (connection, configured) in options.Connections)
            errors.AddRange(new ConnectionBuilder([.. kinds], connection, configured).Errors);

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    /// <summary>What the binder passes over in silence: a secret under a misspelt name would be no secret.</summary>
    private IEnumerable<string> UnknownSettings() =>
        from connection in configuration.GetSection($"{WebhookOptions.Section}:{nameof(WebhookOptions.Connections)}").GetChildren()
        from setting in connection.GetChildren()
        where !Known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)
        select $"{setting.Path}: there is no such setting. A connection has {string.Join(", ", Known)}.";
}
