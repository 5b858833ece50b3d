using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SlaMonitor.Local.Mailers;

/// <summary>
/// Judges the certificate that a mail server shows in one conversation, and remembers what is wrong with it. Good is what the system
/// trusts, or what an authority of our own has signed. Nothing is held against a certificate of which nobody can be asked whether it was
/// taken back: an authority of a company often has no such place, or a firewall stands before it, and no mail would leave.
/// </summary>
/// <param name="host">The server that we want to talk to.</param>
/// <param name="own">The authorities that are trusted besides those of the system.</param>
internal sealed class ServerTrust(string host, X509Certificate2Collection own)
{
    private const string ForServers = "1.3.6.1.5.5.7.3.1";
    private const X509ChainStatusFlags NobodyToAsk = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;
    private const X509ChainStatusFlags OfAStranger = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    /// <summary>What is wrong with the certificate, for whoever can mend it; <c>null</c> while nothing is.</summary>
    public string? Objection { get; private set; }

    /// <summary>Whether a certificate is good; made to be a <see cref="RemoteCertificateValidationCallback"/>.</summary>
    public bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 shown || chain is null)
        {
            Objection = "it shows no certificate";
            return false;
        }

        using var ourChain = new X509Chain();
        var statuses = errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? Statuses(chain) : [];
        if (own.Count > 0 && statuses.Exists(IsOfAStranger)) statuses = OfOurOwn(shown, chain, ourChain);

        var objections = statuses.Select(status => Words(status, shown)).ToList();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            objections.Insert(0, $"its certificate is for {NameOf(shown)}, and Mail:Smtp:Host is {host}");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && chain.ChainStatus.Length == 0)
            objections.Add("its certificate cannot be checked");
        Objection = objections.Count == 0 ? null : string.Join("; ", objections.Distinct(StringComparer.Ordinal));
        return Objection is null;
    }

    private List<X509ChainStatus> OfOurOwn(X509Certificate2 shown, X509Chain chain, X509Chain ourChain)
    {
        ourChain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        ourChain.ChainPolicy.CustomTrustStore.AddRange(own);
        ourChain.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        ourChain.ChainPolicy.ApplicationPolicy.Add(new Oid(ForServers));
        ourChain.ChainPolicy.RevocationMode = chain.ChainPolicy.RevocationMode;
        return ourChain.Build(shown) ? [] : Statuses(ourChain);
    }

    private static List<X509ChainStatus> Statuses(X509Chain chain) =>
        [.. chain.ChainStatus.Where(status => (status.Status & ~NobodyToAsk) != X509ChainStatusFlags.NoError)];

    private static bool IsOfAStranger(X509ChainStatus status) => (status.Status & OfAStranger) != X509ChainStatusFlags.NoError;

    private static string Words(X509ChainStatus status, X509Certificate2 shown)
    {
        if (IsOfAStranger(status))
        {
            return $"nobody here trusts who has signed its certificate ({shown.Issuer}); Mail:Smtp:Authorities names a file of authorities "
                + "that are trusted besides those of the system";
        }

        return status.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)
            ? $"its certificate is good from {Day(shown.NotBefore)} to {Day(shown.NotAfter)}"
            : $"its certificate: {status.StatusInformation}";
    }

    private static string Day(DateTime localTime) => localTime.ToUniversalTime().ToString("yyyy-MM-dd");

    private static string NameOf(X509Certificate2 shown) =>
        shown.GetNameInfo(X509NameType.DnsName, forIssuer: false) is { Length: > 0 } name ? name : shown.Subject;
}
