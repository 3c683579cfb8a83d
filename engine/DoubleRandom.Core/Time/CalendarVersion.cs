using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DoubleRandom.Core.Time;

/// <summary>Names a calendar by what it answers: the same answers give the same version on every machine.</summary>
internal static class CalendarVersion
{
    private const int BytesPerDay = 3;

    internal static string Of(string id, CalendarSheet sheet)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Days(sheet));
        for (var i = 0; i < CalendarSpan.Days; i++)
            if (sheet.Names[i] is { } name)
                hash.AppendData(Encoding.UTF8.GetBytes($"{i}\n{name.Zh}\n{name.En}\n"));
        return $"{id}@{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6))}";
    }

    private static byte[] Days(CalendarSheet sheet)
    {
        var bytes = new byte[CalendarSpan.Days * BytesPerDay];
        for (var i = 0; i < CalendarSpan.Days; i++)
        {
            var day = bytes.AsSpan(i * BytesPerDay, BytesPerDay);
            day[0] = (byte)((int)sheet.Kinds[i] | (sheet.Provisional[i] ? 0x80 : 0));
            BinaryPrimitives.WriteInt16BigEndian(day[1..], sheet.NoticeYears[i]);
        }
        return bytes;
    }
}
