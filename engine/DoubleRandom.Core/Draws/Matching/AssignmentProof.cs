using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Matching;

/// <summary>
/// Checks an assignment without solving anything: that it keeps the rules, that its numbers are true, and that its potentials leave no room for a better one.
/// </summary>
/// <remarks>
/// With weight M = 2^48·(S + 1), price v of each inspector and value u of each slot, it is optimal when
/// <list type="number">
/// <item>every slot's own edge satisfies p = u − hash ≥ v: the place of this inspector at this target is worth p;</item>
/// <item>every other edge of the slot satisfies u ≤ hash + v, or u ≤ hash + p where another slot of the target holds the inspector;</item>
/// <item>an inspector of load L (earlier and new together) has v ≥ (2L − 1)·M if any slot is new, and v ≤ (2L + 1)·M if there is room for one more.</item>
/// </list>
/// Then every change of the assignment is a set of rounds whose steps cost, in sum, 0 or more. Potentials that prove an optimum are not unique; any that do will serve.
/// </remarks>
public sealed class AssignmentProof
{
    private const int HashBits = 48;

    /// <summary>No potential of a problem within its limits comes near it, and sums of such numbers stay far from the bounds of the type.</summary>
    private static readonly Int128 Beyond = (Int128)1 << 120;

    private readonly MatchProblem _problem;
    private readonly Assignment _given;
    private readonly byte[] _key;
    private readonly byte[][] _ids;
    private readonly Int128 _weight;
    private readonly int[] _at;
    private readonly List<ProofFault> _faults = [];

    private AssignmentProof(MatchProblem problem, Digest key, Assignment given)
    {
        (_problem, _given, _key) = (problem, given, key.ToBytes());
        _ids = [.. problem.Inspectors.Select(inspector => Encoding.ASCII.GetBytes(inspector.Id))];
        _weight = ((Int128)1 << HashBits) * (problem.Slots.Count + 1);
        _at = new int[problem.Slots.Count];
    }

    /// <summary>Everything that speaks against an assignment; empty when it is valid and nothing better exists.</summary>
    /// <param name="problem">Who may fill what, built anew from what was published.</param>
    /// <param name="key">K of the draw.</param>
    /// <param name="assignment">What is claimed.</param>
    public static IReadOnlyList<ProofFault> Check(MatchProblem problem, Digest key, Assignment assignment)
    {
        var proof = new AssignmentProof(problem, key, assignment);
        if (proof.IsComplete())
        {
            proof.Loads();
            proof.Edges();
            proof.Objective();
        }

        return proof._faults;
    }

    private bool IsComplete()
    {
        if (!_given.Slots.Select(slot => slot.Slot).SequenceEqual(_problem.Slots))
            _faults.Add(ProofFault.OtherSlots());
        if (!_given.Loads.Select(load => load.Inspector).SequenceEqual(_problem.Inspectors.Select(inspector => inspector.Id), StringComparer.Ordinal))
            _faults.Add(ProofFault.OtherInspectors());
        foreach (var (subject, potential) in _given.Slots.Select(slot => (slot.Slot.ToString(), slot.Potential)).Concat(_given.Loads.Select(load => (load.Inspector, load.Potential))))
            if (potential >= Beyond || potential <= -Beyond)
                _faults.Add(ProofFault.Range(subject));
        if (_faults.Count > 0)
            return false;
        var position = _problem.Inspectors.Select((inspector, i) => (inspector.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        for (var slot = 0; slot < _at.Length; slot++)
            if (!position.TryGetValue(_given.Slots[slot].Inspector, out _at[slot]) || !_problem.Fitting(slot).Contains(_at[slot]))
                _faults.Add(ProofFault.NotFitting(_given.Slots[slot]));
        return _faults.Count == 0;
    }

    private void Loads()
    {
        var news = new int[_problem.Inspectors.Count];
        foreach (var inspector in _at)
            news[inspector]++;
        for (var i = 0; i < news.Length; i++)
        {
            var (inspector, claimed) = (_problem.Inspectors[i], _given.Loads[i]);
            if (claimed.New != news[i] || claimed.Earlier != inspector.EarlierLoad)
                _faults.Add(ProofFault.Load(claimed, inspector.EarlierLoad, news[i]));
            if (news[i] > inspector.Capacity)
                _faults.Add(ProofFault.OverCapacity(inspector, news[i]));
            Int128 load = inspector.EarlierLoad + news[i];
            if ((news[i] > 0 && claimed.Potential < ((2 * load) - 1) * _weight) || (news[i] < inspector.Capacity && claimed.Potential > ((2 * load) + 1) * _weight))
                _faults.Add(ProofFault.Price(claimed));
        }
    }

    private void Edges()
    {
        for (int first = 0, end; first < _at.Length; first = end)
        {
            for (end = first + 1; end < _at.Length && string.Equals(_problem.Slots[end].Target, _problem.Slots[first].Target, StringComparison.Ordinal); end++)
                if (_at.AsSpan(first, end - first).Contains(_at[end]))
                    _faults.Add(ProofFault.TwiceAtTarget(_given.Slots[end]));
            for (var slot = first; slot < end; slot++)
                Edges(slot, first, end);
        }
    }

    private void Edges(int slot, int first, int end)
    {
        var (given, message) = (_given.Slots[slot], Message(_problem.Slots[slot]));
        if (given.EdgeHash != Hash(message, _at[slot]))
            _faults.Add(ProofFault.EdgeHash(given));
        if (given.Potential - given.EdgeHash < _given.Loads[_at[slot]].Potential)
            _faults.Add(ProofFault.Value(given, given.Inspector));
        foreach (var inspector in _problem.Fitting(slot))
        {
            var held = _at.AsSpan(first, end - first).IndexOf(inspector);
            var price = held < 0 ? _given.Loads[inspector].Potential : _given.Slots[first + held].Potential - _given.Slots[first + held].EdgeHash;
            // A hash is never below 0: where the price alone reaches the value, it need not be computed.
            if (given.Potential > price && given.Potential > price + Hash(message, inspector))
                _faults.Add(ProofFault.Value(given, _problem.Inspectors[inspector].Id));
        }
    }

    private void Objective()
    {
        var squares = _given.Loads.Aggregate(Int128.Zero, (sum, load) => sum + Square((Int128)load.Earlier + load.New));
        var hashes = _given.Slots.Aggregate(Int128.Zero, (sum, slot) => sum + slot.EdgeHash);
        if (_given.Objective != new AssignmentObjective(squares, hashes))
            _faults.Add(ProofFault.Objective(_given.Objective));
    }

    private static Int128 Square(Int128 load) => load * load;

    /// <summary>All of the hashed message but the inspector.</summary>
    private byte[] Message(Slot slot)
    {
        byte[] number = [2, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(number.AsSpan(1), (ushort)slot.Number);
        return [.. _key, .. number, .. Encoding.ASCII.GetBytes(slot.Target), 0x1F];
    }

    private long Hash(byte[] message, int inspector)
    {
        Span<byte> whole = stackalloc byte[message.Length + _ids[inspector].Length];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        message.CopyTo(whole);
        _ids[inspector].CopyTo(whole[message.Length..]);
        SHA256.HashData(whole, digest);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(digest) >> (64 - HashBits));
    }
}
