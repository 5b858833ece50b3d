using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Azure.SendGrid.Events;

namespace SlaMonitor.Azure.Tests.SendGrid.Events;

public sealed class EventSignatureTests : IDisposable
{
    // The test vector that SendGrid publishes with its own clients. The line end belongs to it.
    private const string VendorsKey =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";
    private const string VendorsSignature =
        "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=";
    private const string VendorsTime = "1600112502";

    private static readonly byte[] VendorsBody = Encoding.UTF8.GetBytes(
        """[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","""
        + """ "sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA",""".Trim()
        + """ "sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0",""".Trim()
        + """ "smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]""".Trim()
        + "\r\n");

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1600112502));
    private readonly ECDsa _own = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void Check_VendorsOwnVector_IsValid() =>
        Assert.Equal(SignatureCheck.Valid, Check(VendorsKey, VendorsSignature, VendorsTime, VendorsBody));

    [Fact]
    public void Check_OneByteOfTheBodyChanged_IsWrong_Anywhere()
    {
        var check = Signature(VendorsKey);
        for (var i = 0; i < VendorsBody.Length; i++)
        {
            var changed = VendorsBody.ToArray();
            changed[i] ^= 1;
            Assert.Equal(SignatureCheck.Wrong, check.Check(VendorsSignature, VendorsTime, changed));
        }

        Assert.Equal(SignatureCheck.Wrong, check.Check(VendorsSignature, VendorsTime, VendorsBody.AsSpan()[..^1]));
        Assert.Equal(SignatureCheck.Wrong, check.Check(VendorsSignature, VendorsTime, [.. VendorsBody, (byte)'\n']));
        Assert.Equal(SignatureCheck.Wrong, check.Check(VendorsSignature, "1600112503", VendorsBody));
    }

    [Fact]
    public void Check_OneByteOfTheSignatureChanged_IsNeverValid()
    {
        var check = Signature(VendorsKey);
        var signature = Convert.FromBase64String(VendorsSignature);
        for (var i = 0; i < signature.Length; i++)
        {
            var changed = signature.ToArray();
            changed[i] ^= 1;
            Assert.Equal(SignatureCheck.Wrong, check.Check(Convert.ToBase64String(changed), VendorsTime, VendorsBody));
        }
    }

    [Fact]
    public void Check_BytesThatAreNoText_AreSignedAsTheyCame()
    {
        byte[] body = [0xFF, 0xFE, 0x00, 0x80, .. "[]"u8];
        var signed = _own.SignData(
            [.. Encoding.ASCII.GetBytes(VendorsTime), .. body],
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);

        Assert.Equal(SignatureCheck.Valid, Check(OwnKey, Convert.ToBase64String(signed), VendorsTime, body));
    }

    [Fact]
    public void Check_SignedByAnother_IsWrong() =>
        Assert.Equal(SignatureCheck.Wrong, Check(OwnKey, VendorsSignature, VendorsTime, VendorsBody));

    [Theory]
    [InlineData(null, VendorsTime)]
    [InlineData("", VendorsTime)]
    [InlineData("not base64!", VendorsTime)]
    [InlineData(VendorsSignature, null)]
    [InlineData(VendorsSignature, "")]
    [InlineData(VendorsSignature, "soon")]
    [InlineData(VendorsSignature, "-1")]
    [InlineData(VendorsSignature, "99999999999999999")]
    public void Check_WithoutSignatureOrTime_IsMissing(string? signature, string? time) =>
        Assert.Equal(SignatureCheck.Missing, Check(VendorsKey, signature, time, VendorsBody));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Check_WithoutAKey_LetsNothingThrough(string? key) =>
        Assert.Equal(SignatureCheck.NoKey, Check(key, VendorsSignature, VendorsTime, VendorsBody));

    [Theory]
    [InlineData(0, SignatureCheck.Valid)]
    [InlineData(600, SignatureCheck.Valid)]
    [InlineData(601, SignatureCheck.OutOfTime)]
    [InlineData(-600, SignatureCheck.Valid)]
    [InlineData(-601, SignatureCheck.OutOfTime)]
    public void Check_Later_IsBoundedByTheTolerance(int seconds, SignatureCheck expected)
    {
        var check = new EventSignature(
            Options.Create(new EventWebhookOptions { PublicKey = VendorsKey, Tolerance = TimeSpan.FromMinutes(10) }),
            new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1600112502 + seconds)));

        Assert.Equal(expected, check.Check(VendorsSignature, VendorsTime, VendorsBody));
    }

    [Theory]
    [InlineData(VendorsKey, true)]
    [InlineData("", true)]
    [InlineData("MFkw", false)]
    [InlineData("not base64!", false)]
    public void Options_KeyThatCannotBeRead_IsToldAtTheStart(string key, bool good) =>
        Assert.Equal(good, new EventWebhookOptionsValidator().Validate(null, new() { PublicKey = key }).Succeeded);

    public void Dispose() => _own.Dispose();

    private string OwnKey => Convert.ToBase64String(_own.ExportSubjectPublicKeyInfo());

    private SignatureCheck Check(string? key, string? signature, string? time, byte[] body) => Signature(key).Check(signature, time, body);

    private EventSignature Signature(string? key) => new(Options.Create(new EventWebhookOptions { PublicKey = key }), _time);
}
