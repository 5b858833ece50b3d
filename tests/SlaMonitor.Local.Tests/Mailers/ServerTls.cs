using System.Security.Cryptography.X509Certificates;
using SlaMonitor.Local.Mailers;

namespace SlaMonitor.Local.Tests.Mailers;

/// <summary>How a scripted server encrypts.</summary>
/// <param name="Mode">From the first byte, or when it is asked to.</param>
/// <param name="Certificate">What it shows.</param>
/// <param name="Handshake">How the handshake goes.</param>
internal sealed record ServerTls(SmtpTls Mode, X509Certificate2 Certificate, Handshake Handshake = Handshake.Whole);

/// <summary>What a server does when its client begins the handshake.</summary>
internal enum Handshake
{
    /// <summary>As it should be.</summary>
    Whole,

    /// <summary>Nothing more comes.</summary>
    Hangs,

    /// <summary>The connection is closed.</summary>
    HangsUp,

    /// <summary>It talks on as if nothing had been agreed.</summary>
    InTheClear,
}
