using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Core.Addresses;

namespace SlaMonitor.Monitoring.Access;

/// <summary>
/// People whom Azure App Service has signed in, as with Entra ID, and names in a header of each request
/// (https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities). App Service takes that header out of what
/// callers send, where its authentication is on; anywhere else anybody could send it, so it is believed only where the platform says so.
/// </summary>
public sealed class PlatformSignIn
{
    /// <summary>The header that names who is signed in, as JSON in base64.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>Where App Service lets people sign in with Entra ID.</summary>
    public const string Address = "/.auth/login/aad";

    /// <summary>The role of whoever is signed in and has no app role of ours; without it, they may do nothing.</summary>
    public const string DefaultRoleSetting = "Access:DefaultRole";

    private const string IsOnSetting = "WEBSITE_AUTH_ENABLED";
    private const int LongestHeader = 64 * 1024;

    private static readonly string[] NameClaims = ["preferred_username", "email", "upn", "name"];
    private static readonly string[] RoleClaims = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    private readonly Role? _defaultRole;

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">Where they are, the platform's own among them.</param>
    /// <param name="isLocal">Whether the host is on this machine, where no platform signs anybody in.</param>
    public PlatformSignIn(IConfiguration configuration, bool isLocal)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        IsOn = !isLocal && string.Equals(configuration[IsOnSetting], "true", StringComparison.OrdinalIgnoreCase);
        _defaultRole = RoleNames.Find(configuration[DefaultRoleSetting]);
        Problems = _defaultRole is null && configuration[DefaultRoleSetting] is { Length: > 0 } wrong
            ? [$"error: {DefaultRoleSetting} is '{wrong}'; it is {RoleNames.All}"]
            : [];
    }

    /// <summary>Whether the platform signs people in.</summary>
    public bool IsOn { get; }

    /// <summary>What is wrong with the settings, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>
    /// Who is signed in, with the highest of their roles; <c>null</c> where nobody is, where the header is none of the platform's, or where
    /// they have no role.
    /// </summary>
    /// <param name="header">The header, as the request has it.</param>
    public Identity? Find(string? header)
    {
        if (!IsOn || header is null || Read(header) is not { } principal) return null;

        var claims = principal.Claims?.OfType<Claim>().ToArray() ?? [];
        var role = claims
            .Where(claim => claim.Type == principal.RoleType || RoleClaims.Contains(claim.Type, StringComparer.Ordinal))
            .Max(claim => RoleNames.Find(claim.Value));
        return (role ?? _defaultRole) is { } granted && NameOf(principal, claims) is { } name
            ? new Identity(name, granted, IsPerson: true) { Address = MailAddressRule.IsPlain(name) ? name : null }
            : null;
    }

    private static string? NameOf(Principal principal, Claim[] claims) =>
        NameClaims.Append(principal.NameType)
            .Select(type => Array.Find(claims, claim => claim.Type == type)?.Value)
            .FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));

    private static Principal? Read(string header)
    {
        if (header.Length > LongestHeader) return null;

        try
        {
            return JsonSerializer.Deserialize<Principal>(Encoding.UTF8.GetString(Convert.FromBase64String(header)));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Principal(
        [property: JsonPropertyName("claims")] Claim?[]? Claims, [property: JsonPropertyName("name_typ")] string? NameType,
        [property: JsonPropertyName("role_typ")] string? RoleType);

    private sealed record Claim([property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);
}
