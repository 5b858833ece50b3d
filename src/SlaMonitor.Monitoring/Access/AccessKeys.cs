using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Core.Addresses;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Monitoring.Access;

/// <summary>
/// The one rule of who may pass, under either host. A key stands for an identity with a role: the admin key, the function key and the
/// reader key for whoever has them, and a person's own key for that person. While none is set, a host that listens on this machine alone
/// lets pass what was sent from this machine and addressed to it; any other host lets nobody pass. A key that has not come from the Key
/// Vault opens nothing.
/// </summary>
public sealed class AccessKeys
{
    /// <summary>The setting that holds the key of agents and of programs that send events.</summary>
    public const string FunctionKeySetting = "FunctionKey";

    /// <summary>The setting that holds the admin key.</summary>
    public const string AdminKeySetting = "AdminKey";

    /// <summary>The setting that holds the key of those who only look.</summary>
    public const string ReaderKeySetting = "ReaderKey";

    /// <summary>The section of people with keys of their own: <c>Access:People:anna:Key</c> and <c>Access:People:anna:Role</c>.</summary>
    public const string PeopleSection = $"{Section}:People";

    /// <summary>The header that a key is sent in.</summary>
    public const string Header = "x-functions-key";

    /// <summary>The part of the query that a key is sent in, where there is no header.</summary>
    public const string Query = "code";

    private const string Section = "Access";

    private readonly List<HeldKey> _keys = [];
    private readonly bool _trustsThisMachine;

    /// <summary>Reads the keys.</summary>
    /// <param name="configuration">Where they are set.</param>
    /// <param name="isLocal">
    /// Whether the host is on this machine and, without a key, listens to nobody else. Behind the Functions host every request seems to
    /// come from this machine, so that proves nothing there.
    /// </param>
    public AccessKeys(IConfiguration configuration, bool isLocal)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        var problems = new List<string>();
        Take(configuration[AdminKeySetting], new Identity("admin key", Role.Admin));
        Take(configuration[FunctionKeySetting], new Identity("function key", Role.Agent));
        Take(configuration[ReaderKeySetting], new Identity("reader key", Role.Reader));
        foreach (var person in configuration.GetSection(PeopleSection).GetChildren()) TakePerson(person, problems);
        _trustsThisMachine = isLocal && !AreSet;
        Problems = problems;

        void Take(string? key, Identity identity)
        {
            if (string.IsNullOrWhiteSpace(key)) return;

            AreSet = true;
            if (!KeyVaultReference.IsUnresolved(key)) _keys.Add(new HeldKey(identity, Hash(key)));
        }

        void TakePerson(IConfigurationSection person, List<string> wrong)
        {
            var role = person["Role"] is { Length: > 0 } said ? RoleNames.Find(said) : Role.Reader;
            if (string.IsNullOrWhiteSpace(person["Key"]))
                wrong.Add($"error: {person.Path}:Key is missing; it is the key by which {person.Key} signs in, a long random text");
            else if (role is null)
                wrong.Add($"error: {person.Path}:Role is '{person["Role"]}'; it is {RoleNames.All}");
            else if (!string.IsNullOrWhiteSpace(person["Address"]) && AddressOf(person["Address"]!) is null)
                wrong.Add($"error: {person.Path}:Address is '{person["Address"]}'; it is an address such as anna@example.com");
            else if (_keys.Exists(key => Same(Hash(person["Key"]!), key.Hash)))
                wrong.Add($"error: {person.Path}:Key is also somebody else's; each key stands for one person");
            else
                Take(person["Key"], PersonOf(person, role.Value));
        }
    }

    /// <summary>Whether anyone must present a key at all.</summary>
    public bool AreSet { get; private set; }

    /// <summary>What is wrong with the settings, a sentence each; a key that is set wrongly opens nothing.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Who a caller is; <c>null</c> for a stranger.</summary>
    public Identity? Find(Caller caller) =>
        _trustsThisMachine ? (caller.IsThisMachine ? Identity.ThisMachine : null)
        : caller.Key is { } given && Hash(given) is var hash ? _keys.Find(key => Same(hash, key.Hash))?.Opens
        : null;

    /// <summary>Whether a caller may do what a role may.</summary>
    public bool Allow(Caller caller, Role role) => Find(caller)?.May(role) == true;

    /// <summary>
    /// The keys of identities: what a session is signed with beside the monitor's own secret, so that it ends when the key does that it was
    /// opened with.
    /// </summary>
    internal IEnumerable<(Identity Opens, byte[] Hash)> Hashes => _keys.Select(key => (key.Opens, key.Hash));

    private static Identity PersonOf(IConfigurationSection person, Role role) =>
        new(person.Key, role, IsPerson: true) { Address = AddressOf(person["Address"] ?? person.Key) };

    private static string? AddressOf(string text) => MailAddressRule.IsPlain(text.Trim()) ? text.Trim() : null;

    // Hashes have one length, so comparing them tells nothing of the key's.
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key.Trim()));

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);

    private sealed record HeldKey(Identity Opens, byte[] Hash);
}
