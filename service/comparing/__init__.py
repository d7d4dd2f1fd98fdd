"""What differs between two sets of data and between two prints, told so that people find it.

``values`` and ``rows`` find what differs in plain data, ``telling`` says it in the words of the
form, ``words`` compares texts; ``sheets`` reads prints, ``leaves`` lays their pages beside each
other, ``pictures`` shows them.
"""
